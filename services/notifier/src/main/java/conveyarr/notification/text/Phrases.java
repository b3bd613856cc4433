package conveyarr.notification.text;

import conveyarr.notification.core.rule.OwnText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own templates, one file a language: {@code <event>.title} and {@code <event>.body}, {@code <event>.many.title} for several at once. */
final class Phrases {
    static final Map<String, Phrases> OF = Stream.of("en", "de").collect(Collectors.toMap(word -> word, Phrases::new));

    private final Properties phrases = new Properties();

    private Phrases(String language) {
        String file = "/conveyarr/notification/texts/" + language + ".properties";
        try (var in = Phrases.class.getResourceAsStream(file);
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            phrases.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The templates for an event; one that has no words of its own has those of a step. */
    OwnText one(String type) {
        return find(type).orElseGet(() -> the("step"));
    }

    OwnText many(String type) {
        return find(type + ".many").orElseGet(() -> the("many"));
    }

    OwnText the(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no words for " + key));
    }

    Optional<OwnText> find(String key) {
        return Optional.ofNullable(phrases.getProperty(key + ".title"))
                .map(title -> new OwnText(title, phrases.getProperty(key + ".body", "")));
    }
}
