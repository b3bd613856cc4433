package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.ArrOrder;
import conveyarr.upstream.ArrOrder.*;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Does what a program of the family is told. */
record ArrOrders(Dialect dialect, ArrApi api, InstantSource clock) {
    private static final Map<String, Object> LOOK = Map.of("name", "RefreshMonitoredDownloads");

    Uni<Outcome> carryOut(ArrOrder order) {
        return switch (order) {
            case Remove o ->
                rows().chain(rows -> first(rows, o.media(), o.download())
                        .map(row -> remove(row, o))
                        .orElseGet(() -> gone(o.download())));
            case Search o ->
                forTitle(o.media(), title -> searches(title, o.parts()).chain(this::tell));
            case Rescan o ->
                forTitle(o.media(), title -> tell(List.of(dialect.verbs().rescan(title.number()))));
            case ForceImport o ->
                rows().chain(rows -> first(rows, o.media(), o.download())
                        .map(row -> forceImport(row, o))
                        .orElseGet(() -> gone(o.download())));
            case LookAtDownloads _ -> tell(List.of(LOOK));
        };
    }

    /** A list that cannot be asked for one title gives all. */
    Uni<Optional<ListedTitle>> title(MediaId media) {
        var verbs = dialect.verbs();
        return api.list(dialect.version(), verbs.shelf(), verbs.pick(media)).map(titles -> titles.stream()
                .flatMap(title -> verbs.listed(title, clock.instant()).stream())
                .filter(title -> title.media().equals(media))
                .findFirst());
    }

    private Uni<List<JsonNode>> rows() {
        return api.queue(dialect.version(), 1, Arr.ALL, Arr.everything(dialect))
                .map(queue -> queue.records() == null ? List.of() : queue.records());
    }

    private Optional<JsonNode> first(List<JsonNode> rows, MediaId media, String download) {
        return rows.stream()
                .filter(row -> ArrQueue.download(row).filter(download::equals).isPresent())
                .filter(row -> dialect.works(row).stream()
                        .anyMatch(work -> work.media().equals(media)))
                .findFirst();
    }

    /** The row was there a moment ago, so an address that is not known means that somebody else was faster. */
    private Uni<Outcome> remove(JsonNode row, Remove order) {
        var how = Map.of(
                "removeFromClient",
                "true",
                "blocklist",
                "" + order.blocklist(),
                "skipRedownload",
                "" + !order.searchAgain());
        return api.removeFromQueue(dialect.version(), row.path("id").asLong(), how)
                .replaceWith(Outcome.DONE)
                .onFailure(Nonsense.class)
                .recoverWithUni(() -> gone(order.download()));
    }

    private Uni<Outcome> forTitle(MediaId media, Function<ListedTitle, Uni<Outcome>> order) {
        return title(media).chain(title -> title.map(order).orElseGet(() -> gone(media.value())));
    }

    private Uni<List<Map<String, Object>>> searches(ListedTitle title, Optional<Episodes> parts) {
        var verbs = dialect.verbs();
        var where = verbs.episodesOf(title.number());
        if (parts.isEmpty() || where.isEmpty()) {
            return Uni.createFrom().item(List.of(verbs.search(title.number())));
        }
        return api.list(dialect.version(), "episode", where)
                .map(episodes -> verbs.search(title.number(), parts.get(), ids(episodes)));
    }

    private static Map<Episodes.Number, Long> ids(List<JsonNode> episodes) {
        Map<Episodes.Number, Long> ids = new HashMap<>();
        episodes.forEach(episode -> ids.put(
                new Episodes.Number(
                        episode.path("seasonNumber").asInt(),
                        episode.path("episodeNumber").asInt()),
                episode.path("id").asLong()));
        return ids;
    }

    private Uni<Outcome> forceImport(JsonNode row, ForceImport order) {
        var which = Map.of("downloadId", row.path("downloadId").asText(), "filterExistingFiles", "false");
        return api.list(dialect.version(), "manualimport", which).chain(proposals -> {
            var plan = new ArrImport(dialect, order, row.path("downloadId").asText(), proposals);
            return plan.files().isEmpty()
                    ? Uni.createFrom().item(new Outcome.Refused(plan.whyNot()))
                    : tell(List.of(plan.command()));
        });
    }

    /** An equal command that waits or runs is given back instead of a second one. */
    private Uni<Outcome> tell(List<Map<String, Object>> commands) {
        return Multi.createFrom()
                .iterable(commands)
                .onItem()
                .transformToUniAndConcatenate(command -> api.command(dialect.version(), command))
                .collect()
                .asList()
                .replaceWith(Outcome.DONE);
    }

    private static Uni<Outcome> gone(String what) {
        return Uni.createFrom().item(new Outcome.NotThere(Set.of(what)));
    }
}
