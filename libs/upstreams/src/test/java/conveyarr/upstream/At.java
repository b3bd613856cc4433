package conveyarr.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An entry of the config, made by hand. */
public record At(
        Optional<String> kind,
        Optional<String> url,
        Optional<String> apiKey,
        Optional<String> username,
        Optional<String> password,
        Optional<String> healthUrl,
        Optional<List<String>> paths)
        implements UpstreamsConfig.Entry {
    public static final String SECRET = "k3y-that-must-not-show";

    public static At nothing() {
        return new At(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static At url(String url) {
        return nothing().at(url);
    }

    /** With a key and a login, so that every kind has what it needs. */
    public static At url(URI url) {
        return url(url.toString()).key(SECRET).login("admin", SECRET);
    }

    public At at(String address) {
        return new At(kind, Optional.of(address), apiKey, username, password, healthUrl, paths);
    }

    public At health(String address) {
        return new At(kind, url, apiKey, username, password, Optional.of(address), paths);
    }

    public At paths(String... lines) {
        return new At(kind, url, apiKey, username, password, healthUrl, Optional.of(List.of(lines)));
    }

    public At kind(String kind) {
        return new At(Optional.of(kind), url, apiKey, username, password, healthUrl, paths);
    }

    public At key(String key) {
        return new At(kind, url, Optional.of(key), username, password, healthUrl, paths);
    }

    public At login(String user, String secret) {
        return new At(kind, url, apiKey, Optional.of(user), Optional.of(secret), healthUrl, paths);
    }

    @Override
    public Set<String> categories() {
        return Set.of(UpstreamsConfig.USUAL_CATEGORIES.split(","));
    }

    @Override
    public Optional<String> hookKey() {
        return Optional.empty();
    }

    @Override
    public Optional<String> pageUrl() {
        return Optional.empty();
    }

    @Override
    public Optional<String> proxy() {
        return Optional.empty();
    }

    @Override
    public String reach() {
        return "http://127.0.0.1";
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
