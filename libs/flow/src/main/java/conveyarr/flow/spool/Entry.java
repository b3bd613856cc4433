package conveyarr.flow.spool;

import java.util.concurrent.CompletableFuture;

/** A record that waits to be written, and whoever waits for that. It is answered once. */
record Entry(byte[] record, CompletableFuture<Void> done) {
    long size() {
        return Frame.size(record);
    }

    /** Returns how many bytes wait no longer. */
    long acknowledge() {
        return done.complete(null) ? size() : 0;
    }

    /** Returns how many bytes wait no longer. */
    long refuse(SpoolRefused why) {
        return done.completeExceptionally(why) ? size() : 0;
    }
}
