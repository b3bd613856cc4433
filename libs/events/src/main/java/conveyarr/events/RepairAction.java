package conveyarr.events;

/** What can be done for a title that does not come. */
public enum RepairAction {
    RETRY_SEARCH,
    RETRY_OTHER_RELEASE,
    FORCE_IMPORT,
    RESCAN
}
