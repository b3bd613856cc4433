package conveyarr.flow.spool;

/** The record was not kept: the spool is full, the disk fails, or the spool is closed. */
public final class SpoolRefused extends RuntimeException {
    SpoolRefused(String reason) {
        super(reason);
    }

    SpoolRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
