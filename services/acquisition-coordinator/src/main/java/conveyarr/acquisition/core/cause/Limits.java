package conveyarr.acquisition.core.cause;

import java.time.Duration;

/** How long a title may be on each leg before a person is called, and how often it is looked at meanwhile. */
public record Limits(Duration searching, Duration downloading, Duration importing, Duration every) {
    public Duration of(Leg leg) {
        return switch (leg) {
            case SEARCHING -> searching;
            case DOWNLOADING -> downloading;
            case IMPORTING -> importing;
        };
    }
}
