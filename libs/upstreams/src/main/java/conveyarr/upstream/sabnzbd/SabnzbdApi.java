package conveyarr.upstream.sabnzbd;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** SABnzbd's one address. The form says what is asked for, and brings the key. */
@Path("/api")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface SabnzbdApi {
    @POST
    Uni<QueueAnswer> queue(String form);

    @POST
    Uni<HistoryAnswer> history(String form);

    @POST
    Uni<WarningsAnswer> warnings(String form);

    @POST
    Uni<Done> command(String form);

    /** What a call that was understood and not done is answered with, at status 200. */
    record Done(Boolean status, String error) {}

    record QueueAnswer(Queue queue, Boolean status, String error) {}

    /** {@code diskspace1} is free where it downloads, {@code diskspace2} where it unpacks to, both in GiB. {@code limit} is in bytes a second, "0" or "" for none. */
    record Queue(
            String version,
            boolean paused,
            @JsonProperty("pause_int") String pausedFor,
            Double diskspace1,
            Double diskspace2,
            @JsonProperty("kbpersec") Double kib,
            @JsonProperty("speedlimit_abs") String limit,
            List<Slot> slots) {}

    /** {@code mb} are MiB, as {@code mbleft}. */
    record Slot(
            @JsonProperty("nzo_id") String id,
            String filename,
            String cat,
            String status,
            String priority,
            List<String> labels,
            Double mb,
            Double mbleft,
            String timeleft,
            @JsonProperty("time_added") Long added) {}

    /** {@code history} is {@code false} when nothing changed. */
    record HistoryAnswer(JsonNode history, Boolean status, String error) {}

    record History(
            List<Past> slots,
            @JsonProperty("ppslots") int working,
            @JsonProperty("last_history_update") long update) {}

    record Past(
            @JsonProperty("nzo_id") String id,
            String name,
            String category,
            String status,
            @JsonProperty("fail_message") String failure,
            String storage,
            long bytes,
            Long completed,
            @JsonProperty("time_added") Long added) {}

    record WarningsAnswer(List<Warning> warnings) {}

    record Warning(String text) {}
}
