package conveyarr.simulator.sabnzbd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import java.util.List;
import java.util.Locale;

/** The answers, field for field as in 5.0: sizes are strings in MiB. */
final class Views {
    private Views() {}

    static ObjectNode queue(Desk desk) {
        var slots = desk.queue().stream().map(job -> slot(desk, job)).toList();
        boolean idle = slots.isEmpty();
        ObjectNode queue = Json.of("version", Sabnzbd.VERSION, "paused", desk.paused, "paused_all", false);
        queue.put("pause_int", "0").put("diskspace1", gib(desk.freeGib)).put("diskspace2", gib(desk.freeGib));
        queue.put("speedlimit", "100").put("speedlimit_abs", String.valueOf(desk.limit));
        queue.put("kbpersec", String.format(Locale.ROOT, "%.2f", desk.speed / 1024.0));
        queue.put("have_warnings", String.valueOf(desk.warnings.size()));
        queue.put("status", desk.paused ? "Paused" : idle ? "Idle" : "Downloading")
                .put("timeleft", "0:00:00");
        queue.put("noofslots_total", slots.size()).put("noofslots", slots.size());
        return Json.of("queue", queue.set("slots", Json.array(slots)));
    }

    private static ObjectNode slot(Desk desk, Job job) {
        double left = job.size - job.done;
        ObjectNode slot = Json.of("index", desk.queue().indexOf(job), "nzo_id", job.id, "filename", job.name);
        slot.put("priority", job.priority)
                .put("script", "None")
                .put("password", "")
                .put("cat", job.category);
        slot.set("labels", job.encrypted ? Json.array("ENCRYPTED") : Json.array());
        slot.put("mb", mib(job.size)).put("mbleft", mib(left)).put("mbmissing", "0.00");
        slot.put("percentage", String.valueOf((int) (job.done * 100 / job.size)))
                .put("status", job.status());
        long seconds = desk.speed > 0 ? Math.round(left / desk.speed) : 0;
        slot.put("timeleft", String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60));
        return slot.put("avg_age", "12d").put("time_added", job.addedOn);
    }

    /** {@code false} when the asker knows it already. */
    static ObjectNode history(Desk desk, String known, int limit) {
        if (known.equals(String.valueOf(desk.update))) {
            return Json.of("history", false);
        }
        List<ObjectNode> slots =
                desk.past().stream().limit(limit).map(Views::past).toList();
        long working = desk.past().stream().filter(job -> !job.over()).count();
        ObjectNode history = Json.of(
                "slots", slots, "ppslots", working, "noofslots", desk.past().size());
        return Json.of(
                "history", history.put("last_history_update", desk.update).put("version", Sabnzbd.VERSION));
    }

    private static ObjectNode past(Job job) {
        ObjectNode slot = Json.of("completed", job.completedOn, "name", job.name, "nzb_name", job.name + ".nzb");
        slot.put("category", job.category).put("status", job.status()).put("nzo_id", job.id);
        slot.put("storage", "/downloads/complete/" + job.category + "/" + job.name)
                .put("script_line", "");
        slot.put("fail_message", job.failure).put("bytes", job.size).put("downloaded", job.size);
        return slot.put("action_line", "").put("archive", false).put("time_added", job.addedOn);
    }

    static JsonNode warnings(Desk desk) {
        return Json.of(
                "warnings",
                desk.warnings.stream()
                        .map(text -> Json.of("type", "WARNING", "text", text, "time", 1795224113, "origin", "NODE"))
                        .toList());
    }

    private static String mib(double bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / Job.MIB);
    }

    private static String gib(double count) {
        return String.format(Locale.ROOT, "%.2f", count);
    }
}
