package conveyarr.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entry that is not in the config yet, by the names of its settings, such as {@code api-key}. What it does not name is as it is by default. */
public record Draft(Map<String, String> settings) implements UpstreamsConfig.Entry {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Optional<String> given(String key) {
        return Optional.ofNullable(settings.get(key)).filter(text -> !text.isBlank());
    }

    @Override
    public Optional<String> kind() {
        return given("kind");
    }

    @Override
    public Optional<String> url() {
        return given("url");
    }

    @Override
    public Optional<String> apiKey() {
        return given("api-key");
    }

    @Override
    public Optional<String> username() {
        return given("username");
    }

    @Override
    public Optional<String> password() {
        return given("password");
    }

    @Override
    public Optional<String> hookKey() {
        return Optional.empty();
    }

    @Override
    public Optional<String> healthUrl() {
        return given("health-url");
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
        return "http://1.1.1.1";
    }

    @Override
    public boolean behindVpn() {
        return given("behind-vpn").map(Boolean::parseBoolean).orElse(false);
    }

    @Override
    public boolean required() {
        return given("required").map(Boolean::parseBoolean).orElse(true);
    }

    /** Nothing is touched by a try. */
    @Override
    public Set<String> categories() {
        return Set.of();
    }

    @Override
    public Optional<List<String>> paths() {
        return Optional.empty();
    }

    @Override
    public Duration timeout() {
        return LIMIT;
    }

    /** The names of the settings, without what may be a secret. */
    @Override
    public String toString() {
        return "Draft " + settings.keySet();
    }
}
