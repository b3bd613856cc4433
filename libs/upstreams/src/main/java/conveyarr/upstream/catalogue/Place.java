package conveyarr.upstream.catalogue;

import conveyarr.upstream.UpstreamsConfig.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An instance as the config has it: its addresses, and its keys for the places where a file names them. */
record Place(String name, Entry at) {
    private static final Pattern SLOT = Pattern.compile("\\{(api-key|username|password|basic)}");

    Optional<String> value(String key) {
        Optional<String> value =
                switch (key) {
                    case "url" -> at.url();
                    case "health-url" -> at.healthUrl();
                    case "api-key" -> at.apiKey();
                    case "username" -> at.username();
                    case "password" -> at.password();
                    case "basic" -> at.password().map(_ -> basic());
                    default -> Optional.empty();
                };
        return value.filter(text -> !text.isBlank());
    }

    /** Absent when the config does not give the address. */
    Optional<URI> base(String key) {
        return value(key == null ? "url" : key).map(url -> URI.create(url.replaceFirst("/+$", "")));
    }

    /** Without those whose key is not configured. */
    Map<String, String> filled(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(one -> SLOT.matcher(one.getValue()).results().allMatch(slot -> value(slot.group(1))
                        .isPresent()))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> filled(one.getValue())));
    }

    String filled(String text) {
        return SLOT.matcher(text)
                .replaceAll(
                        slot -> Matcher.quoteReplacement(value(slot.group(1)).orElse("")));
    }

    private String basic() {
        String both = at.username().orElse("") + ":" + at.password().orElse("");
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** For a sentence: the name and the address, never a key. */
    String words(URI base) {
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return name + " (" + base.getScheme() + "://" + base.getHost() + port
                + Optional.ofNullable(base.getPath()).orElse("") + ")";
    }

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "Place " + name;
    }
}
