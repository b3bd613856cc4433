package conveyarr.request;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.request.core.Person;
import conveyarr.request.core.Person.Home;
import conveyarr.request.core.Person.Reach;
import conveyarr.request.out.PersonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who asks for media. Events carry a reference; the name behind it is kept here alone, so that it can be forgotten. */
@Singleton
public class People {
    private static final int LENGTH = 12;

    private final PersonRows rows;
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    People(PersonRows rows) {
        this.rows = rows;
    }

    /** The same person of the same Seerr has the same reference in every replay. */
    public static String ref(String instance, String name) {
        var id = Occurrence.at(Instant.EPOCH, Via.SELF, instance, NaturalKey.of("person", name))
                .id();
        return "p_" + id.toString().replace("-", "").substring(0, LENGTH);
    }

    /** Writes the name down, unless that was done before, and gives the reference. */
    public Uni<String> remember(String instance, String name) {
        String ref = ref(instance, name);
        if (name.isBlank() || written.contains(ref)) {
            return Uni.createFrom().item(ref);
        }
        return rows.write(ref, name).invoke(() -> written.add(ref)).replaceWith(ref);
    }

    /** What a Seerr says of one of its accounts. */
    public Uni<Void> know(Home home, String name, Reach reach) {
        return rows.know(new Person(ref(home.instance(), name), name, Optional.of(home), reach));
    }

    /** Everybody, with how they can be reached as far as Seerr says. */
    public Uni<List<Person>> everybody() {
        return rows.everybody();
    }

    /** Every name by its reference. */
    public Uni<Map<String, String>> names() {
        return rows.all();
    }
}
