package conveyarr.health.out;

import conveyarr.upstream.UpstreamsConfig;
import java.time.Duration;
import java.util.Optional;

/** Where request-gateway answers: the other half of this system, reached like a program of somebody else. */
record Gateway(Optional<String> url) implements UpstreamsConfig.Entry {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Override
    public Optional<String> kind() {
        return Optional.empty();
    }

    @Override
    public Optional<String> apiKey() {
        return Optional.empty();
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
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
        return false;
    }

    @Override
    public Duration timeout() {
        return LIMIT;
    }
}
