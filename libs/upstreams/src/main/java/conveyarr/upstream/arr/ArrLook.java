package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.upstream.ArrPresent.Complaint;
import conveyarr.upstream.ArrPresent.Queued;
import conveyarr.upstream.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a program of the family shows now. A row that cannot be read hides no other. */
public final class ArrLook {
    private ArrLook() {}

    record Row(
            String status,
            String trackedDownloadState,
            String trackedDownloadStatus,
            List<ArrWords.Message> statusMessages,
            String errorMessage,
            Instant estimatedCompletionTime) {}

    /** The API calls {@code source} what the hook calls {@code type}. */
    record Check(String source, String type, String message) {}

    public static List<Queued> queue(Dialect dialect, List<JsonNode> rows) {
        return Stream.ofNullable(rows)
                .flatMap(List::stream)
                .flatMap(row -> queued(dialect, row))
                .toList();
    }

    public static List<Complaint> complaints(List<JsonNode> checks) {
        return checks.stream().flatMap(ArrLook::complaint).toList();
    }

    private static Stream<Queued> queued(Dialect dialect, JsonNode json) {
        try {
            Row row = ArrJson.bind(json, Row.class);
            var words = new ArrayList<>(ArrWords.reasons(row.statusMessages()));
            Optional.ofNullable(row.errorMessage()).map(Words::reason).ifPresent(words::add);
            boolean warns = !"ok".equals(lower(row.trackedDownloadStatus())) && row.trackedDownloadStatus() != null;
            return dialect.works(json).stream()
                    .map(work -> new Queued(
                            work.media(),
                            ArrQueue.download(json),
                            lower(row.status()),
                            lower(row.trackedDownloadState()),
                            warns,
                            List.copyOf(words),
                            Optional.ofNullable(row.estimatedCompletionTime())));
        } catch (ArrJson.Unreadable e) {
            return Stream.empty();
        }
    }

    private static Stream<Complaint> complaint(JsonNode json) {
        try {
            Check check = ArrJson.bind(json, Check.class);
            return check == null || check.source() == null
                    ? Stream.empty()
                    : Stream.of(new Complaint(
                            Words.name(check.source()),
                            "error".equals(lower(check.type())),
                            Words.reason(check.message() == null ? "" : check.message())));
        } catch (ArrJson.Unreadable e) {
            return Stream.empty();
        }
    }

    private static String lower(String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }
}
