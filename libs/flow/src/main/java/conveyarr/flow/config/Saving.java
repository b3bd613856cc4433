package conveyarr.flow.config;

import java.util.Map;
import java.util.Optional;

/**
 * An entry as somebody wants it saved, by the names that its settings have in the config. {@code sealed} holds the secrets of the dry run of the
 * same order, for whoever did not keep them; {@code saveAnyway} saves one whose test was not good.
 */
public interface Saving {
    /** All that was said but the secrets. */
    Map<String, String> open();

    /** The secrets that were typed; those that are to stay as they are lack. */
    Map<String, String> secrets();

    /** What stays of that which is saved under this name; {@code typed} are the secrets of this order, also those that came sealed. */
    Map<String, String> kept(String name, Map<String, String> typed, Optional<Map<String, String>> saved);

    /** For what a seal is good: the name and the place to which the secrets are sent. */
    String subject(String name);

    /** Where it is kept and with what, as the end of a sentence for people; without secrets. */
    String summary(Map<String, String> settings);

    String sealed();

    boolean dryRun();

    boolean saveAnyway();

    String confirmToken();

    /** A name for what is saved in a page; throws {@link IllegalArgumentException} with a sentence for people. */
    static String name(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "The name is to be up to 40 small letters, digits and '-', such as radarr-4k or phone.");
        }
        return name;
    }
}
