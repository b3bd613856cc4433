package conveyarr.upstream.sabnzbd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Shared;
import conveyarr.upstream.sabnzbd.SabnzbdApi.History;
import conveyarr.upstream.sabnzbd.SabnzbdApi.HistoryAnswer;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Queue;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads queue and history, in this order; a history in which nothing changed is not read again. */
final class JobReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PAGE = "300";

    private final SabnzbdApi api;
    private final Calls calls;
    private final QueueWords queueWords;
    private final HistoryWords historyWords;
    private final Shared<Look> reading = new Shared<>();
    private final Jobs jobs = new Jobs();
    private List<Transfer> history = List.of();
    private Set<String> queued = Set.of();
    private String update = "";

    JobReader(SabnzbdApi api, Calls calls, Predicate<String> ours) {
        this.api = api;
        this.calls = calls;
        this.queueWords = new QueueWords(ours);
        this.historyWords = new HistoryWords(ours);
    }

    Uni<Look> read() {
        return reading.orElse(() -> queue("0")
                .chain(queue -> pauseWords(queue).chain(paused -> changes().map(past -> look(queue, past, paused)))));
    }

    /** {@code limit} 0 is everything. */
    Uni<Queue> queue(String limit) {
        return calls.ask(api::queue, "mode", "queue", "limit", limit).map(answer -> {
            Queue queue =
                    calls.accepted(answer, answer.status(), answer.error()).queue();
            if (queue == null || queue.version() == null) {
                throw calls.isStranger();
            }
            return queue;
        });
    }

    /** Whether a job is in the queue, as of the last look. */
    synchronized boolean isQueued(String id) {
        return queued.contains(id);
    }

    synchronized void forget(String id) {
        jobs.forget(id);
        update = "";
    }

    private Uni<HistoryAnswer> changes() {
        return calls.ask(api::history, "mode", "history", "limit", PAGE, "last_history_update", lastUpdate())
                .map(answer -> calls.accepted(answer, answer.status(), answer.error()));
    }

    private synchronized String lastUpdate() {
        return update;
    }

    private synchronized Look look(Queue queue, HistoryAnswer answer, String paused) {
        if (answer.history() == null) {
            throw calls.isStranger();
        }
        if (answer.history().isObject()) {
            took(bound(answer));
        }
        List<Transfer> waiting = queueWords.of(queue);
        queued = waiting.stream().map(Transfer::hash).collect(Collectors.toUnmodifiableSet());
        return new Look(jobs.seen(waiting, history), Standings.of(queue, paused));
    }

    /** While something is being unpacked, the next look asks for everything. */
    private void took(History past) {
        List<SabnzbdApi.Past> slots = past.slots() == null ? List.of() : past.slots();
        history = slots.stream()
                .filter(slot -> slot.id() != null)
                .map(historyWords::of)
                .toList();
        update = past.working() > 0 ? "" : String.valueOf(past.update());
    }

    private History bound(HistoryAnswer answer) {
        try {
            return JSON.treeToValue(answer.history(), History.class);
        } catch (JsonProcessingException _) {
            throw calls.isStranger();
        }
    }

    /** Why it is paused, as far as it tells; asked for only then. */
    private Uni<String> pauseWords(Queue queue) {
        return queue.paused()
                ? calls.ask(api::warnings, "mode", "warnings").map(answer -> Standings.reason(queue, answer))
                : Uni.createFrom().item("");
    }
}
