package conveyarr.download;

import conveyarr.download.core.Call;
import conveyarr.download.out.DownloadCalls;
import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallsInTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The calls of a process that is stopped after it was found to be its turn, until the test lets it go on. */
final class Stopped implements CallsInTurn<Call> {
    private final DownloadCalls calls;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> woken = new CompletableFuture<>();
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();

    Stopped(DownloadCalls calls) {
        this.calls = calls;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call, Turn turn) {
        var context = Vertx.currentContext();
        begun.complete(null);
        return Uni.createFrom()
                .completionStage(woken)
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .chain(() -> calls.make(call, turn))
                .onItemOrFailure()
                .invoke((_, failure) -> ended.complete(failure));
    }

    boolean thinks() {
        return begun.isDone();
    }

    /** How its call ends, which is {@code null} for a word that went out. */
    Throwable goesOn() {
        woken.complete(null);
        return ended.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
