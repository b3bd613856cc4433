package conveyarr.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does together what is asked for while the round before is at work: the more there is to do, the more of it shares one transaction, and what
 * comes alone waits for nobody. Rounds come one after the other, on a virtual thread, and may block.
 */
public final class Gathering<I, O> {
    private final Together<I, O> work;
    private final int most;
    private final Queue<Wish<I, O>> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Gives one result for each input, in their order, or fails for all. */
    @FunctionalInterface
    public interface Together<I, O> {
        List<O> on(List<I> inputs) throws Exception;
    }

    private record Wish<I, O>(I input, CompletableFuture<O> answer) {}

    /** Of {@code most} at a time. */
    public Gathering(int most, Together<I, O> work) {
        this.most = most;
        this.work = work;
    }

    /** Ends when the round that it is part of has ended. */
    public CompletableFuture<O> ask(I input) {
        var wish = new Wish<I, O>(input, new CompletableFuture<>());
        wishes.add(wish);
        begin();
        return wish.answer();
    }

    private void begin() {
        if (!wishes.isEmpty() && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("gathering").start(this::run);
        }
    }

    private void run() {
        try {
            for (var some = next(); !some.isEmpty(); some = next()) {
                round(some);
            }
        } finally {
            busy.set(false);
        }
        begin(); // for what came between the last look and the end
    }

    private List<Wish<I, O>> next() {
        var some = new ArrayList<Wish<I, O>>();
        for (var wish = wishes.poll(); wish != null; wish = some.size() < most ? wishes.poll() : null) {
            some.add(wish);
        }
        return some;
    }

    /** When the input itself is to blame, each is tried alone, so that no other fails with it. */
    private void round(List<Wish<I, O>> some) {
        try {
            var results = work.on(some.stream().map(Wish::input).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).answer().complete(results.get(i));
            }
        } catch (Throwable failure) { // also an Error: whoever asked has to hear of it
            if (some.size() > 1 && Trouble.isPermanent(failure)) {
                some.forEach(one -> round(List.of(one)));
            } else {
                some.forEach(one -> one.answer().completeExceptionally(failure));
            }
        }
    }
}
