package conveyarr.simulator.sabnzbd;

import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /api?mode=…}: the fields may come in the address or in a form; errors of the application come with 200. */
final class Modes {
    private final Ledger<Desk> desk;
    private final String key;

    Modes(Ledger<Desk> desk, String key) {
        this.desk = desk;
        this.key = key;
    }

    Reply answer(Call call) {
        Map<String, String> asked = new HashMap<>(call.query());
        asked.putAll(call.form());
        String mode = asked.getOrDefault("mode", "");
        if (mode.equals("version")) {
            return Reply.json(Json.of("version", Sabnzbd.VERSION));
        }
        if (!key.equals(asked.get("apikey"))) {
            return refused(asked.containsKey("apikey") ? "API Key Incorrect" : "API Key Required");
        }
        return switch (mode) {
            case "queue" -> asked.containsKey("name") ? queue(asked) : Reply.json(desk.read(Views::queue));
            case "history" -> asked.containsKey("name") ? delete(asked) : history(asked);
            case "warnings" -> Reply.json(desk.read(Views::warnings));
            case "change_cat" -> changeCategory(asked);
            case "pause", "resume" -> all(mode.equals("pause"));
            case "config" -> limit(asked);
            case "retry" -> retry(asked);
            case "addurl" -> add(asked);
            default -> error("not implemented");
        };
    }

    private Reply queue(Map<String, String> asked) {
        return switch (asked.get("name")) {
            case "pause" -> each(asked, job -> job.paused = true);
            case "resume" -> each(asked, job -> job.paused = false);
            case "delete" -> delete(asked);
            default -> error("not implemented");
        };
    }

    private Reply each(Map<String, String> asked, Consumer<Job> change) {
        List<String> ids = desk.change(d -> {
            var jobs = d.named(asked.getOrDefault("value", "")).stream()
                    .filter(Job::inQueue)
                    .toList();
            jobs.forEach(change);
            return jobs.stream().map(job -> job.id).toList();
        });
        return Reply.json(Json.of("status", !ids.isEmpty(), "nzo_ids", ids));
    }

    private Reply history(Map<String, String> asked) {
        int limit = Integer.parseInt(asked.getOrDefault("limit", "50"));
        return Reply.json(desk.read(d -> Views.history(d, asked.getOrDefault("last_history_update", ""), limit)));
    }

    private Reply delete(Map<String, String> asked) {
        boolean queue = asked.get("mode").equals("queue");
        List<String> ids = desk.change(d -> {
            var jobs = d.named(asked.getOrDefault("value", "")).stream()
                    .filter(job -> job.inQueue() == queue)
                    .toList();
            d.jobs.removeAll(jobs);
            d.update++;
            return jobs.stream().map(job -> job.id).toList();
        });
        return Reply.json(queue ? Json.of("status", !ids.isEmpty(), "nzo_ids", ids) : Json.of("status", true));
    }

    private Reply changeCategory(Map<String, String> asked) {
        String category = asked.getOrDefault("value2", "");
        boolean known = desk.read(d -> d.categories.contains(category));
        desk.update(
                d -> d.named(asked.getOrDefault("value", "")).forEach(job -> job.category = known ? category : "*"));
        return Reply.json(Json.of("status", true));
    }

    private Reply all(boolean paused) {
        desk.update(d -> d.paused = paused);
        return Reply.json(Json.of("status", true));
    }

    /** In bytes a second, as the real one takes it when it is above 100. */
    private Reply limit(Map<String, String> asked) {
        if (!asked.getOrDefault("name", "").equals("speedlimit")) {
            return error("not implemented");
        }
        desk.update(d -> d.limit = Long.parseLong(asked.getOrDefault("value", "0")));
        return Reply.json(Json.of("status", true));
    }

    /** The same job under another id. */
    private Reply retry(Map<String, String> asked) {
        String fresh = desk.change(d -> d.named(asked.getOrDefault("value", "")).stream()
                .filter(Job::over)
                .findFirst()
                .map(job -> {
                    job.id = Sabnzbd.id(++d.made);
                    job.step = -1;
                    job.done = 0;
                    job.failure = "";
                    d.update++;
                    return job.id;
                })
                .orElse(""));
        return fresh.isEmpty() ? error("item does not exist") : Reply.json(Json.of("status", true, "nzo_id", fresh));
    }

    private Reply add(Map<String, String> asked) {
        String name = asked.getOrDefault("nzbname", asked.getOrDefault("name", "job"));
        String id = desk.change(d -> Sabnzbd.add(d, name, asked.getOrDefault("cat", "*"), 100 * Job.MIB));
        return Reply.json(Json.of("status", true, "nzo_ids", List.of(id)));
    }

    private static Reply refused(String words) {
        return new Reply(403, "text/html;charset=utf-8", words.getBytes(), Map.of());
    }

    private static Reply error(String words) {
        return Reply.json(Json.of("status", false, "error", words));
    }
}
