package conveyarr.request.out;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.request.core.Delivery;
import conveyarr.request.core.Original;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HookRecordTest {
    @Test
    void a_form_is_not_told_as_json() {
        assertThat(type(" {\"event\":\"finished\"}")).isEqualTo("application/json");
        assertThat(type("event=finished&id=abc")).isEqualTo("application/octet-stream");
    }

    private static String type(String text) {
        byte[] body = text.getBytes(UTF_8);
        var delivery = new Delivery(new UUID(0, 1), "qbittorrent", Instant.EPOCH, "", Map.of(), body);
        return HookRecord.of(delivery, new Original(Original.sha256(body), 0))
                .headers()
                .get("content-type");
    }
}
