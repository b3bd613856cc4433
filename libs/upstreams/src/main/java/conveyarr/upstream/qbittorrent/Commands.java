package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Commands in the words of the generation that answers, which is asked for once, and again when it no longer knows the word: programs are updated. */
final class Commands {
    private final Entrance entrance;
    private final Supplier<Uni<Void>> permit;
    /** One for all who command: what one of them has found out, the others know. */
    private final AtomicReference<Generation> known;

    Commands(Entrance entrance) {
        this(entrance, () -> Uni.createFrom().voidItem(), new AtomicReference<>());
    }

    private Commands(Entrance entrance, Supplier<Uni<Void>> permit, AtomicReference<Generation> known) {
        this.entrance = entrance;
        this.permit = permit;
        this.known = known;
    }

    /** With a permit that is asked after the login and whatever else comes first. */
    Commands by(Supplier<Uni<Void>> asked) {
        return new Commands(entrance, asked, known);
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
        return give((api, cookie) -> api.delete(cookie, hashes, withFiles));
    }

    Uni<String> setCategory(String hashes, String category) {
        return give((api, cookie) -> api.setCategory(cookie, hashes, category));
    }

    Uni<String> tag(String hashes, String tag) {
        return give((api, cookie) -> api.tags(cookie, "addTags", hashes, tag));
    }

    Uni<String> untag(String hashes, String tag) {
        return give((api, cookie) -> api.tags(cookie, "removeTags", hashes, tag));
    }

    /** A random port or UPnP would undo it. */
    Uni<Outcome> listenOn(int port) {
        if (port < 1 || port > 65535) {
            return Uni.createFrom().item(new Outcome.Refused(port + " is no port: 1 to 65535 are"));
        }
        String json = "{\"listen_port\":" + port + ",\"random_port\":false,\"upnp\":false}";
        return give((api, cookie) -> api.setPreferences(cookie, json)).replaceWith(Outcome.DONE);
    }

    /** All versions can toggle; so it is toggled only when it is not as wanted. */
    Uni<String> alternativeSpeed(boolean on) {
        String wanted = on ? "1" : "0";
        return entrance.call((api, cookie) -> api.speedLimitsMode(cookie))
                .chain(is -> wanted.equals(is == null ? "" : is.strip())
                        ? Uni.createFrom().item("")
                        : give((api, cookie) -> api.toggleSpeedLimitsMode(cookie)));
    }

    private Uni<String> worded(Function<Generation, String> word, String hashes) {
        return generation()
                .chain(generation -> named(word.apply(generation), hashes))
                .onFailure(Nonsense.class)
                .recoverWithUni(() -> {
                    known.set(null);
                    return generation().chain(generation -> named(word.apply(generation), hashes));
                });
    }

    private Uni<String> named(String verb, String hashes) {
        return give((api, cookie) -> api.torrents(cookie, verb, hashes));
    }

    private Uni<String> give(BiFunction<QbittorrentApi, String, Uni<String>> command) {
        return entrance.call((api, cookie) -> permit.get().chain(() -> command.apply(api, cookie)));
    }

    private Uni<Generation> generation() {
        Generation last = known.get();
        return last != null
                ? Uni.createFrom().item(last)
                : entrance.call((api, cookie) -> api.webApiVersion(cookie))
                        .map(webApi -> Generation.of(webApi).orElseThrow(entrance::isStranger))
                        .invoke(known::set);
    }
}
