package conveyarr.upstream.qbittorrent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs between the versions of the Web API: {@code pause} and {@code resume} are {@code stop} and {@code start} since 2.11 (5.0). */
enum Generation {
    PAUSES("pause", "resume"),
    STOPS("stop", "start");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");

    private final String pause;
    private final String resume;

    Generation(String pause, String resume) {
        this.pause = pause;
        this.resume = resume;
    }

    /** {@code webApi} is what {@code app/webapiVersion} says, such as {@code 2.8.19}; empty when that is no version. */
    static Optional<Generation> of(String webApi) {
        Matcher parts = VERSION.matcher(webApi == null ? "" : webApi.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(parts.group(1));
        return Optional.of(major > 2 || major == 2 && Integer.parseInt(parts.group(2)) >= 11 ? STOPS : PAUSES);
    }

    String pause() {
        return pause;
    }

    String resume() {
        return resume;
    }
}
