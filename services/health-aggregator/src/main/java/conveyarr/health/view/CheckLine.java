package conveyarr.health.view;

/** A check as a page shows it. */
public record CheckLine(CheckView check) {
    public Moment since() {
        return Moment.of(check.since());
    }

    public Moment lastOkAt() {
        return Moment.of(check.lastOkAt());
    }
}
