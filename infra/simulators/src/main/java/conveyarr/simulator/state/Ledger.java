package conveyarr.simulator.state;

import conveyarr.simulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** A simulator's state: one object behind one lock, written to a JSON file after each change, read back at start. */
public final class Ledger<T> {
    private final Path file;
    private final T state;
    private String written = "";
    private final ReentrantLock lock = new ReentrantLock();

    public Ledger(Path file, T fresh, Class<T> type) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.state = Files.exists(file) ? Json.MAPPER.readValue(file.toFile(), type) : fresh;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public <R> R read(Function<T, R> question) {
        lock.lock();
        try {
            return question.apply(state);
        } finally {
            lock.unlock();
        }
    }

    public <R> R change(Function<T, R> change) {
        lock.lock();
        try {
            R result = change.apply(state);
            save();
            return result;
        } finally {
            lock.unlock();
        }
    }

    public void update(Consumer<T> change) {
        change(s -> {
            change.accept(s);
            return null;
        });
    }

    /** Written beside and moved over: a SIGKILL leaves the old state or the new one, never half of one. */
    private void save() {
        String text = Json.compact(state);
        if (text.equals(written)) {
            return; // a tick in which nothing moved
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = text;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
