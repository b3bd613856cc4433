package conveyarr.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An entry of the config, made by hand. */
public record At(
        Optional<String> kind,
        Optional<String> url,
        Optional<String> apiKey,
        Optional<String> username,
        Optional<String> password)
        implements UpstreamsConfig.Entry {
    public static final String SECRET = "k3y-that-must-not-show";

    public static At nothing() {
        return new At(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static At url(String url) {
        return new At(Optional.empty(), Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With a key and a login, so that every kind has what it needs. */
    public static At url(URI url) {
        return url(url.toString()).key(SECRET).login("admin", SECRET);
    }

    public At kind(String kind) {
        return new At(Optional.of(kind), url, apiKey, username, password);
    }

    public At key(String key) {
        return new At(kind, url, Optional.of(key), username, password);
    }

    public At login(String user, String secret) {
        return new At(kind, url, apiKey, Optional.of(user), Optional.of(secret));
    }

    @Override
    public Optional<String> hookKey() {
        return Optional.empty();
    }

    @Override
    public boolean behindVpn() {
        return false;
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }
}
