package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Commands in the words of the generation that answers, which is asked for once, and again when it no longer knows the word: programs are updated. */
final class Commands {
    private final Entrance entrance;
    private volatile Generation known;

    Commands(Entrance entrance) {
        this.entrance = entrance;
    }

    Uni<String> pause(String hashes) {
        return worded(Generation::pause, hashes);
    }

    Uni<String> resume(String hashes) {
        return worded(Generation::resume, hashes);
    }

    Uni<String> reannounce(String hashes) {
        return named("reannounce", hashes);
    }

    Uni<String> delete(String hashes, boolean withFiles) {
        return entrance.call((api, cookie) -> api.delete(cookie, hashes, withFiles));
    }

    Uni<String> setCategory(String hashes, String category) {
        return entrance.call((api, cookie) -> api.setCategory(cookie, hashes, category));
    }

    Uni<String> tag(String hashes, String tag) {
        return entrance.call((api, cookie) -> api.tags(cookie, "addTags", hashes, tag));
    }

    Uni<String> untag(String hashes, String tag) {
        return entrance.call((api, cookie) -> api.tags(cookie, "removeTags", hashes, tag));
    }

    /** A random port or UPnP would undo it. */
    Uni<String> listenOn(int port) {
        String json = "{\"listen_port\":" + port + ",\"random_port\":false,\"upnp\":false}";
        return entrance.call((api, cookie) -> api.setPreferences(cookie, json));
    }

    /** All versions can toggle; so it is toggled only when it is not as wanted. */
    Uni<String> alternativeSpeed(boolean on) {
        String wanted = on ? "1" : "0";
        return entrance.call((api, cookie) -> api.speedLimitsMode(cookie))
                .chain(is -> wanted.equals(is == null ? "" : is.strip())
                        ? Uni.createFrom().item("")
                        : entrance.call((api, cookie) -> api.toggleSpeedLimitsMode(cookie)));
    }

    private Uni<String> worded(Function<Generation, String> word, String hashes) {
        return generation()
                .chain(generation -> named(word.apply(generation), hashes))
                .onFailure(Nonsense.class)
                .recoverWithUni(() -> {
                    known = null;
                    return generation().chain(generation -> named(word.apply(generation), hashes));
                });
    }

    private Uni<String> named(String verb, String hashes) {
        return entrance.call((api, cookie) -> api.torrents(cookie, verb, hashes));
    }

    private Uni<Generation> generation() {
        Generation last = known;
        return last != null
                ? Uni.createFrom().item(last)
                : entrance.call((api, cookie) -> api.webApiVersion(cookie))
                        .map(webApi -> Generation.of(webApi).orElseThrow(entrance::isStranger))
                        .invoke(found -> known = found);
    }
}
