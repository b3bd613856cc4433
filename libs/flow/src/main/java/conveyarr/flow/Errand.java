package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Supplier;

/** What is to be done because of one record: {@code about} names what it changes, such as media ids. The work may be asked for several times. */
public record Errand(Set<String> about, Supplier<Uni<Void>> work) {
    /** There is nothing to do. */
    public static final Errand NONE =
            new Errand(Set.of(), () -> Uni.createFrom().voidItem());

    public Errand {
        about = Set.copyOf(about);
    }

    /** One that fails in the same way at every try. */
    static Errand failing(Throwable failure) {
        return new Errand(Set.of(), () -> Uni.createFrom().failure(failure));
    }
}
