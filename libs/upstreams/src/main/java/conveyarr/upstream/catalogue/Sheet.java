package conveyarr.upstream.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of the catalogue.
 *
 * @param name the program as people call it
 * @param source where its author knows the protocol from
 * @param group where a page shows it
 * @param needs the config keys that it cannot do without
 * @param auth how the key is sent
 * @param asks what is asked, one after the other
 * @param info one line for people, with {@code {value}} or {@code {value|bytes}} from the answers
 */
public record Sheet(
        String name,
        String source,
        String group,
        List<String> needs,
        Optional<Auth> auth,
        List<Ask> asks,
        Optional<String> info) {
    public Sheet {
        needs = needs == null ? List.of("url") : needs;
        group = group == null ? "Other" : group;
    }

    /** Headers and query parameters, with {@code {api-key}}, {@code {username}}, {@code {password}} and {@code {basic}} from the config. */
    public record Auth(Map<String, String> headers, Map<String, String> query) {
        public Auth {
            headers = headers == null ? Map.of() : headers;
            query = query == null ? Map.of() : query;
        }
    }
}
