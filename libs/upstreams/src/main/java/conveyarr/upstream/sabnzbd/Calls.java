package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.Network;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Every call to one SABnzbd: writes the form with the key, and tells what a refusal means and what would put it right. */
final class Calls {
    private final String instance;
    private final URI url;
    private final String key;

    Calls(String instance, URI url, String key) {
        this.instance = instance;
        this.url = url;
        this.key = key;
    }

    /** {@code fields} are names and values by turns. */
    <T> Uni<T> ask(Function<String, Uni<T>> call, String... fields) {
        return Uni.createFrom()
                .deferred(() -> call.apply(form(fields)))
                .onFailure(Refused.class)
                .transform(trouble -> refused(((Refused) trouble).words()))
                .onFailure(Unreachable.class)
                .transform(trouble -> Network.withFix((Unreachable) trouble, url));
    }

    /** Fails when the answer says that it was not done. */
    <T> T accepted(T answer, Boolean status, String error) {
        String words = Words.line(error);
        if (!Boolean.FALSE.equals(status)) {
            return answer;
        }
        throw words.toLowerCase().contains("api key")
                ? refused(words)
                : new Declined(instance + " says no: " + words, words.isEmpty() ? "status false" : words);
    }

    Nonsense isStranger() {
        return new Nonsense(instance + " (" + url + ") gives other answers than SABnzbd's API; check " + setting("url")
                + ", which ends before /api");
    }

    private Refused refused(String words) {
        return words.toLowerCase().contains("hostname")
                ? new Refused(
                        instance + " refuses the name that we call it by (" + url.getHost()
                                + "): add it to host_whitelist" + " (Config > Special), or use its address",
                        403)
                : new Refused(
                        instance + " does not take our key: " + setting("api-key") + " must be the API key of Config >"
                                + " General, not the NZB key",
                        403);
    }

    private String setting(String name) {
        return "conveyarr.upstreams." + instance + "." + name;
    }

    private String form(String... fields) {
        var form = new StringBuilder("output=json&apikey=").append(encoded(key));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Calls to " + instance;
    }
}
