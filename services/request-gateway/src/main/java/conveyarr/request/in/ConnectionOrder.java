package conveyarr.request.in;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What is to be done with the hook of an instance, as it came. {@code url} is our address as the program sees it, when the owner knows it better. */
public record ConnectionOrder(String mode, String url, boolean dryRun, String confirmToken) {
    static final String HINT =
            "mode is install, replace-and-forward, polling-only or remove; first with \"dryRun\":true, then with the"
                    + " confirmToken.";

    enum Mode {
        INSTALL,
        REPLACE_AND_FORWARD,
        POLLING_ONLY,
        REMOVE
    }

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    static Mode mode(ConnectionOrder order) {
        String word = order == null || order.mode() == null ? "" : order.mode().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "install" -> Mode.INSTALL;
            case "replace-and-forward", "forward" -> Mode.REPLACE_AND_FORWARD;
            case "polling-only", "skip" -> Mode.POLLING_ONLY;
            case "remove" -> Mode.REMOVE;
            default -> throw new IllegalArgumentException("There is no such mode.");
        };
    }

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    Optional<URI> base() {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (!url.matches("https?://[A-Za-z0-9._\\[\\]:-]+(/[A-Za-z0-9._/-]*)?")) {
            throw new IllegalArgumentException("'url' is no address such as http://conveyarr:8484.");
        }
        return Optional.of(URI.create(url.replaceFirst("/+$", "").replaceFirst("/hooks(/.*)?$", "")));
    }
}
