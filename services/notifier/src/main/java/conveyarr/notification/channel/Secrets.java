package conveyarr.notification.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must never be shown, and is taken out of whatever a receiver or a library says. */
final class Secrets {
    private static final String HIDDEN = "***";
    /** Shorter parts of an address are words such as {@code api}. */
    private static final int SHORTEST_PART = 8;

    private final Set<String> all;
    /** Longest first, so that a secret goes before its parts. */
    private final List<String> words;

    Secrets(Set<String> words) {
        this.all = Set.copyOf(words);
        this.words = words.stream()
                .filter(word -> !word.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** What is secret in a web address: everything but the host, whole and in parts. */
    static Set<String> in(URI address) {
        var words = new HashSet<String>();
        Stream.of(address.getRawPath(), address.getRawQuery(), address.getRawUserInfo(), address.getRawFragment())
                .filter(part -> part != null && part.length() >= SHORTEST_PART)
                .forEach(words::add);
        List.copyOf(words).stream()
                .flatMap(part -> Arrays.stream(part.split("[/&=:]")))
                .filter(part -> part.length() >= SHORTEST_PART)
                .forEach(words::add);
        if (address.getUserInfo() != null) {
            words.add(basic(address.getUserInfo()));
        }
        return words;
    }

    /** As HTTP sends a user and a password. */
    static String basic(String userAndPassword) {
        return Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    Secrets and(Set<String> more) {
        var both = new HashSet<>(all);
        both.addAll(more);
        return new Secrets(both);
    }

    String hide(String text) {
        String clean = text;
        for (String word : words) {
            clean = clean.replace(word, HIDDEN);
        }
        return clean;
    }

    @Override
    public String toString() {
        return words.size() + " secrets";
    }
}
