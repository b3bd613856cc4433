package conveyarr.notification.core.rule;

import conveyarr.notification.core.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that decides who is told what. {@code people} is by the reference that events carry; {@code texts} are the owner's own templates;
 * {@code startedAt} is when the notifier first started on this database: what happened before is not told.
 */
public record Settings(
        Rulebook book, List<Mute> mutes, Map<String, Person> people, Map<String, OwnText> texts, Instant startedAt) {

    /** When the quiet hours of the target end; empty when it is not quiet there. */
    public Optional<Instant> quietUntil(Target target, boolean needsYou, Instant now) {
        return person(target)
                .flatMap(Person::quiet)
                .or(() -> Optional.ofNullable(book.quiet().get(target.channel())))
                .filter(quiet -> !(needsYou && quiet.urgent()))
                .flatMap(quiet -> quiet.until(now));
    }

    public String language(Target target) {
        return person(target).flatMap(Person::language).orElse(book.language());
    }

    public Optional<Person> person(Target target) {
        return target.person().map(people::get);
    }
}
