package conveyarr.upstream.catalogue;

import conveyarr.upstream.UpstreamsConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An instance with a key. */
record At(Optional<String> url) implements UpstreamsConfig.Entry {
    @Override
    public Optional<String> kind() {
        return Optional.empty();
    }

    @Override
    public Optional<String> apiKey() {
        return Optional.of("key");
    }

    @Override
    public Optional<String> username() {
        return Optional.of("somebody");
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
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
    public Optional<String> healthUrl() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> paths() {
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
        return Duration.ofSeconds(10);
    }
}
