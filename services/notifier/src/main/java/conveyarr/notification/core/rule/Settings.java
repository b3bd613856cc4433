package conveyarr.notification.core.rule;

import conveyarr.notification.core.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that decides who is told what. {@code people} is by the reference that events carry; {@code texts} are the owner's own templates;
 * {@code startedAt} is when the notifier first started on this database, {@code channelsSince} when each channel was there first: what happened
 * before is not told.
 */
public record Settings(
        Rulebook book,
        List<Mute> mutes,
        Map<String, Person> people,
        Map<String, OwnText> texts,
        Instant startedAt,
        Map<String, Instant> channelsSince) {

    /** Why what happened {@code at} that time is not told there; empty when the target was there already. */
    Optional<String> tooEarly(Instant at, Target target) {
        if (at.isBefore(startedAt)) {
            return Optional.of("happened before notifications were first started here");
        }
        return Optional.ofNullable(channelsSince.get(target.channel()))
                .filter(at::isBefore)
                .map(_ -> "happened before this channel was added");
    }

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
