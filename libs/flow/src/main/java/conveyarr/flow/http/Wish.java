package conveyarr.flow.http;

import conveyarr.flow.config.Saving;
import java.util.Map;
import java.util.Optional;

/**
 * An order to save something: the secrets that were {@code typed}, now or in the dry run, all {@code settings} that it leads to, and what they
 * would replace.
 */
public record Wish(
        String name,
        Saving order,
        Map<String, String> typed,
        Optional<Map<String, String>> before,
        Map<String, String> settings) {
    /**
     * With the secrets, so that a token is good for these alone, and with what they replace, so that it is not good any more when somebody else
     * saved something meanwhile; it is made into a hash and told to nobody.
     */
    String action(boolean good) {
        return "save " + name + " " + good + " " + settings + " over " + before;
    }

    @Override
    public String toString() {
        return "Wish " + name + " " + settings.keySet();
    }
}
