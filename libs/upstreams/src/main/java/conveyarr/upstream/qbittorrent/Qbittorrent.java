package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.Ability;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.HookLine;
import conveyarr.upstream.Inspection;
import conveyarr.upstream.Listener;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble.Declined;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** qBittorrent in our words. */
record Qbittorrent(String name, Entrance entrance, MainDataReader mainData, Commands commands, Close close)
        implements DownloadClient {
    static final String KIND = "qbittorrent";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return entrance.call((api, cookie) ->
                api.version(cookie).chain(version -> api.webApiVersion(cookie).map(webApi -> alive(version, webApi))));
    }

    /** Beside an API key nothing else proves that it is qBittorrent who answers. */
    private Alive alive(String version, String webApi) {
        Generation.of(webApi).orElseThrow(entrance::isStranger);
        return new Alive(version.strip().replaceFirst("^v", ""), "qBittorrent " + version + ", Web API " + webApi);
    }

    @Override
    public Uni<Look> look() {
        return Uni.createFrom().deferred(mainData::read);
    }

    @Override
    public Uni<Optional<Inspection>> inspect(String id) {
        return look().chain(() -> mainData.find(Set.of(id)).hashes().stream()
                .findFirst()
                .map(close::inspect)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<Outcome> pause(Set<String> ids) {
        return each(ids, commands::pause);
    }

    @Override
    public Uni<Outcome> resume(Set<String> ids) {
        return each(ids, commands::resume);
    }

    @Override
    public Uni<Outcome> remove(Set<String> ids, boolean withFiles) {
        return each(ids, hashes -> commands.delete(hashes, withFiles));
    }

    @Override
    public Uni<Outcome> setCategory(Set<String> ids, String category) {
        return each(ids, hashes -> commands.setCategory(hashes, category));
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public DownloadClient commandedBy(Supplier<Uni<Void>> permit) {
        return new Qbittorrent(name, entrance, mainData, commands.by(permit), close);
    }

    @Override
    public Uni<Outcome> reannounce(Set<String> ids) {
        return each(ids, commands::reannounce);
    }

    @Override
    public Uni<Outcome> tag(Set<String> ids, String tag) {
        return each(ids, hashes -> commands.tag(hashes, tag));
    }

    @Override
    public Uni<Outcome> untag(Set<String> ids, String tag) {
        return each(ids, hashes -> commands.untag(hashes, tag));
    }

    @Override
    public Uni<Optional<Listener>> listener() {
        return entrance.call((api, cookie) -> api.preferences(cookie))
                .map(is -> Optional.of(new Listener(
                        is.port(), Torrent.text(is.networkInterface()), Torrent.text(is.address()), is.randomPort())));
    }

    @Override
    public Uni<Outcome> listenOn(int port) {
        return commands.listenOn(port);
    }

    @Override
    public Uni<Outcome> goAt(String pace) {
        return commands.alternativeSpeed(Server.SLOW.equals(pace)).replaceWith(Outcome.DONE);
    }

    /** Its owner has set how slow that is. */
    @Override
    public String slower(String pace, long bytesPerSecond) {
        return Server.SLOW;
    }

    @Override
    public List<HookLine> hookLines(URI hooks) {
        return HookLines.to(hooks);
    }

    /** A look before tells which ids are there, and under which hash of its own the program knows them. None at all would mean all to some versions. */
    private Uni<Outcome> each(Set<String> ids, Function<String, Uni<String>> command) {
        return look().chain(() -> {
            var found = mainData.find(ids);
            Outcome outcome =
                    found.missing().isEmpty() ? Outcome.DONE : new Outcome.NotThere(Set.copyOf(found.missing()));
            return found.hashes().isEmpty()
                    ? Uni.createFrom().item(outcome)
                    : command.apply(String.join("|", found.hashes()))
                            .replaceWith(outcome)
                            .onFailure(Declined.class)
                            .recoverWithItem(no -> new Outcome.Refused(((Declined) no).words()));
        });
    }
}
