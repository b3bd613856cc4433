package conveyarr.notification.in;

import conveyarr.notification.core.rule.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A person as the API shows one: an address may be a key to a phone, so it is hidden; whoever sends it back so leaves it as it is. */
final class PersonView {
    private static final String HIDDEN = "***";

    private PersonView() {}

    static Person of(Person person) {
        var shown = new HashMap<String, String>();
        person.channels().forEach((channel, address) -> shown.put(channel, address.isBlank() ? "" : HIDDEN));
        return new Person(shown, person.roles(), person.language(), person.quiet());
    }

    /** What was sent, with the addresses that are known where they are hidden in it. */
    static Person revealed(Person sent, Optional<Person> known) {
        var whole = new HashMap<>(sent.channels());
        Map<String, String> before = known.map(Person::channels).orElse(Map.of());
        whole.replaceAll((channel, address) -> address.equals(HIDDEN) ? before.getOrDefault(channel, HIDDEN) : address);
        return new Person(whole, sent.roles(), sent.language(), sent.quiet());
    }

    /** The first channel whose address is hidden and not known. */
    static Optional<String> unknown(Person whole) {
        return whole.channels().entrySet().stream()
                .filter(entry -> entry.getValue().equals(HIDDEN))
                .map(entry -> "channels." + entry.getKey() + " is *** and no address is known there")
                .findFirst();
    }
}
