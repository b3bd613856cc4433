package conveyarr.notification.channel;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the config says of one channel. */
public record ChannelSettings(String name, Map<String, String> values) {

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A value that {@link ChannelKind#needs} names. */
    public String need(String key) {
        return find(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** The word of its kind; the name where none is said. */
    public String kind() {
        return find("kind").orElse(name);
    }

    /** Of its address what may be shown. */
    public Optional<String> host() {
        return find("url").flatMap(ChannelSettings::host).or(() -> find("host"));
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** The {@code url}, which must be a web address. */
    public URI url() {
        return web(need("url"));
    }

    /** The {@code url} of a server, or where it is for most people, with a path added to it. */
    public URI at(String usual, String path) {
        URI base = web(find("url").orElse(usual));
        String start = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        return base.resolve(start + path);
    }

    private URI web(String address) {
        try {
            var uri = new URI(address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // the sentence below says it; the exception would show the address, which may hold a secret
        }
        throw wrong("url", "is no http or https address, such as https://ntfy.example.org");
    }

    /** What must not be shown: the values of these keys, whole and item by item, and most of the {@code url}. */
    Set<String> secrets(Set<String> keys) {
        var words = new HashSet<String>();
        keys.forEach(key -> find(key).ifPresent(value -> {
            words.add(value);
            words.addAll(List.of(value.split("[,\\s]+")));
        }));
        find("url").ifPresent(_ -> words.addAll(Secrets.in(url())));
        return words;
    }

    /** The one sentence for the owner; it names the key and never shows the value. */
    public ConfigurationException wrong(String key, String what) {
        return new ConfigurationException(key(key) + " " + what);
    }

    String key(String key) {
        return "conveyarr.channels." + name + "." + key;
    }

    @Override
    public String toString() {
        return "ChannelSettings " + name + " " + values.keySet();
    }
}
