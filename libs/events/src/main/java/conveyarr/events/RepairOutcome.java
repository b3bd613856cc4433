package conveyarr.events;

/** What came of a {@link RepairAction}. */
public enum RepairOutcome {
    DONE,
    REFUSED,
    DRY_RUN
}
