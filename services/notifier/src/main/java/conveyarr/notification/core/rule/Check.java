package conveyarr.notification.core.rule;

import conveyarr.events.Subject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what is wrong with what the owner wants, in one sentence that says what would be right; empty when nothing is. */
public record Check(Collection<String> channels, Set<String> languages) {
    public Optional<String> wrong(Rulebook book) {
        return Stream.of(
                        book.rules().stream().flatMap(this::wrong),
                        book.quiet().keySet().stream().flatMap(this::unknownChannel),
                        unknownLanguage(Optional.of(book.language())))
                .flatMap(found -> found)
                .findFirst();
    }

    public Optional<String> wrong(Mute mute) {
        return Stream.of(
                        mute.channel().stream().flatMap(this::unknownChannel),
                        mute.events().stream().flatMap(Check::unknownEvents),
                        mute.about().stream().flatMap(Check::noSubject))
                .flatMap(found -> found)
                .findFirst();
    }

    public Optional<String> wrong(Person person) {
        return Stream.concat(
                        person.channels().keySet().stream().flatMap(this::unknownChannel),
                        unknownLanguage(person.language()))
                .findFirst();
    }

    private Stream<String> wrong(Rule rule) {
        return Stream.of(
                        rule.events().stream().flatMap(Check::unknownEvents),
                        rule.channels().stream()
                                .filter(name -> !name.equals("*"))
                                .flatMap(this::unknownChannel),
                        unknownPeople(rule.to()),
                        unknownTime(rule))
                .flatMap(found -> found);
    }

    private Stream<String> unknownChannel(String name) {
        return channels.contains(name)
                ? Stream.empty()
                : Stream.of("no channel is called \"" + name + "\"; there are " + channels);
    }

    private Stream<String> unknownLanguage(Optional<String> language) {
        return language.filter(word -> !languages.contains(word)).stream()
                .map(word -> "there are no texts in \"" + word + "\"; there are " + languages);
    }

    private static Stream<String> unknownEvents(String pattern) {
        return new Pattern(pattern).isKnown()
                ? Stream.empty()
                : Stream.of("no event is called \"" + pattern
                        + "\"; take a name of docs/events.md, a family such as library.*, needs-you, news, steps or *");
    }

    private static Stream<String> unknownPeople(String to) {
        boolean known = to.equals(Rule.EVERYBODY)
                || to.equals(Rule.REQUESTER)
                || Stream.of(Rule.ROLE, Rule.PERSON)
                        .anyMatch(start -> to.startsWith(start) && to.length() > start.length());
        return known
                ? Stream.empty()
                : Stream.of(
                        "\"to\" is \"" + to + "\"; it must be everybody, requester, role:<role> or person:<reference>");
    }

    private static Stream<String> unknownTime(Rule rule) {
        boolean known = Set.of(Rule.NOW, Rule.NEVER).contains(rule.when())
                || rule.digest().isPresent();
        return known
                ? Stream.empty()
                : Stream.of("\"when\" is \"" + rule.when()
                        + "\"; it must be now, never, or a time of the day such as 08:00");
    }

    private static Stream<String> noSubject(String key) {
        try {
            Subject.of(key);
            return Stream.empty();
        } catch (IllegalArgumentException _) {
            return Stream.of("\"about\" is \"" + key + "\"; it must be such as movie:tmdb:603 or component:radarr");
        }
    }
}
