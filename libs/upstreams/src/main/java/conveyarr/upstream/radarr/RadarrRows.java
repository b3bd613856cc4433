package conveyarr.upstream.radarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Binds the rows of a history one by one, so that one that cannot be read hides no other. */
final class RadarrRows {
    private static final Logger LOGGER = Logger.getLogger(RadarrRows.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RadarrRows() {}

    static List<RadarrApi.Row> read(String instance, List<JsonNode> rows) {
        return rows.stream().flatMap(row -> read(instance, row).stream()).toList();
    }

    /** The message of Jackson is not logged, since it quotes what it could not read. */
    private static Optional<RadarrApi.Row> read(String instance, JsonNode row) {
        try {
            var read = JSON.treeToValue(row, RadarrApi.Row.class);
            if (read != null && read.date() != null) {
                return Optional.of(read);
            }
            LOGGER.warnf("history.row.skipped instance=%s cause=it has no date", instance);
        } catch (JsonProcessingException e) {
            String cause = e.getClass().getSimpleName();
            LOGGER.warnf("history.row.skipped instance=%s cause=%s", instance, cause);
        }
        return Optional.empty();
    }
}
