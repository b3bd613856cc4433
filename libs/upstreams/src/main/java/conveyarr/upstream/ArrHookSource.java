package conveyarr.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The webhook connection of any *arr. After failures it is blocked for 1 to 60 minutes, in which events are lost; a Test that succeeds ends that
 * (Radarr 5, Sonarr 4, Lidarr, Readarr, Prowlarr).
 */
public final class ArrHookSource implements HookSource {
    private final String name;
    private final String version;
    private final ArrNotificationApi api;
    private final Marks marks;

    private ArrHookSource(String name, String version, ArrNotificationApi api, Marks marks) {
        this.name = name;
        this.version = version;
        this.api = api;
        this.marks = marks;
    }

    /** {@code version} is that of the program's API: v3 of Radarr and Sonarr, v1 of the others. */
    public static HookSource open(String name, String version, UpstreamsConfig.Entry at) {
        var key = Map.of("X-Api-Key", at.apiKey().orElseThrow());
        return new ArrHookSource(name, version, Rest.open(ArrNotificationApi.class, name, at, key), Marks.NONE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public HookSource knowing(Marks others) {
        return new ArrHookSource(name, version, api, others);
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public Uni<Standing> standing() {
        return api.all(version).chain(all -> ours(all)
                .map(our -> health().map(checks -> standing(all, our, our.isBlocked(ConnectionNames.of(all), checks))))
                .orElseGet(() -> Uni.createFrom()
                        .item(new Standing(State.ABSENT, Optional.empty(), others(all), Optional.empty(), false))));
    }

    private Standing standing(List<JsonNode> all, ArrConnection our, boolean blocked) {
        State state = our.speaks() ? State.OURS : State.ABSENT;
        String url = our.url().replaceFirst("[?#].*$", "");
        return new Standing(state, Optional.of(url), others(all), Optional.empty(), blocked);
    }

    private List<String> others(List<JsonNode> all) {
        return ArrConnection.webhooks(all).stream()
                .filter(connection -> !isOurs(connection))
                .map(connection -> HookSource.place(connection.url()))
                .toList();
    }

    /** What it says of itself may be late or missing; then the block ends with its next test all the same. */
    private Uni<List<JsonNode>> health() {
        return api.health(version).onFailure(UpstreamTrouble.class).recoverWithItem(List.of());
    }

    @Override
    public Uni<Void> tryOut(Address to) {
        return api.all(version)
                .chain(all -> draft(all, to)
                        .map(draft -> draft.unsaved(ConnectionNames.of(all).free(name))))
                .chain(draft ->
                        reached(api.test(version, draft.json()), to.url().toString()));
    }

    @Override
    public Uni<Void> install(Address to) {
        return api.all(version)
                .chain(all -> draft(all, to))
                .chain(draft -> draft.id() > 0
                        ? reached(
                                api.update(version, draft.id(), draft.json()),
                                to.url().toString())
                        : reached(api.create(version, draft.json()), to.url().toString()));
    }

    /** What is there for us, or a new one, with all events and the address. */
    private Uni<ArrConnection> draft(List<JsonNode> all, Address to) {
        return ours(all)
                .map(our -> Uni.createFrom().item(our.sendingTo(to, our.name())))
                .orElseGet(() -> blank().map(blank ->
                        blank.sendingTo(to, ConnectionNames.of(all).free(name))));
    }

    private Uni<ArrConnection> blank() {
        return api.schema(version).map(kinds -> kinds.stream()
                .flatMap(kind -> ArrConnection.webhook(kind).stream())
                .findFirst()
                .orElseThrow(() -> new Nonsense(name + " offers no webhook in Settings, Connect")));
    }

    @Override
    public Uni<Void> test() {
        return api.all(version).chain(all -> ours(all)
                .map(our -> reached(api.test(version, our.json()), our.url().replaceFirst("[?#].*$", "")))
                .orElseGet(() -> Uni.createFrom().failure(new Nonsense(name + " has no webhook to us"))));
    }

    /** Some of the others may be broken; that is not our concern. */
    @Override
    public Uni<Void> testAll() {
        return api.testAll(version).onFailure(Nonsense.class).recoverWithNull();
    }

    @Override
    public Uni<Void> remove(Optional<String> previous) {
        return api.all(version).chain(all -> ours(all)
                .map(our -> api.delete(version, our.id()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Optional<ArrConnection> ours(List<JsonNode> all) {
        return ArrConnection.webhooks(all).stream().filter(this::isOurs).findFirst();
    }

    private boolean isOurs(ArrConnection connection) {
        return marks.fit(connection.url(), name, connection.shown());
    }

    /** A Test that does not arrive is answered with 400, or with 500 when nothing was there at all. */
    private Uni<Void> reached(Uni<?> call, String url) {
        return call.replaceWithVoid()
                .onFailure(failure -> failure instanceof Nonsense || failure instanceof Busy)
                .transform(_ -> new Nonsense(name + " cannot reach " + url + ": its own test did not arrive"));
    }
}
