package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The right to do alone what {@code name} says, as it was when the work began. A process that was stopped for a while may wake up with a
 * right that has gone to another: {@link #confirm} finds out, and {@code epoch} tells the two apart.
 */
public record Turn(String schema, String name, String holder, long epoch) {

    /** Somebody else has the turn by now; what was begun is for them to do. */
    public static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken(Turn turn) {
            super("another process of this service does \"%s\" by now".formatted(turn.name()));
        }
    }

    /** Fails with {@link Overtaken} when the turn has gone; otherwise nobody else can take it before the transaction ends. */
    public Uni<Void> confirm(Mutiny.Session tx) {
        var sql = "select 1 from %s.lease where name = ?1 and holder = ?2 and epoch = ?3 for update".formatted(schema);
        return tx.createNativeQuery(sql, Integer.class)
                .setParameter(1, name)
                .setParameter(2, holder)
                .setParameter(3, epoch)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Overtaken(this))
                .replaceWithVoid();
    }
}
