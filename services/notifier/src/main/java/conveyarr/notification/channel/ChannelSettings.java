package conveyarr.notification.channel;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** What the config says of one channel. */
public record ChannelSettings(String name, Map<String, String> values) {

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A value that {@link ChannelKind#needs} names. */
    public String need(String key) {
        return find(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** The {@code url}, which must be a web address. */
    public URI url() {
        try {
            var uri = new URI(need("url"));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // the sentence below says it; the exception would show the address, which may hold a secret
        }
        throw wrong("url", "is no http or https address, such as https://ntfy.example.org");
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
