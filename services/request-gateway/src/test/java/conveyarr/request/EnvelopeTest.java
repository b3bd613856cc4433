package conveyarr.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.request.core.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final Delivery DELIVERY = new Delivery(
            UUID.fromString("01930000-0000-7000-8000-000000000001"),
            "radarr-4k",
            Instant.parse("2030-01-01T12:00:00.123Z"),
            "127.0.0.1",
            Map.of("content-type", "application/json", "x-api-key", "***"),
            new byte[] {0, -1, '{', '}'});

    @Test
    void a_delivery_comes_out_of_the_spool_as_it_went_in() {
        assertThat(Envelope.read(Envelope.write(DELIVERY)))
                .usingRecursiveComparison()
                .isEqualTo(DELIVERY);
    }

    @Test
    void a_form_of_a_newer_version_is_told_and_not_guessed() {
        byte[] bytes = Envelope.write(DELIVERY);
        bytes[0] = 9;
        assertThatThrownBy(() -> Envelope.read(bytes)).isInstanceOf(IllegalStateException.class);
    }
}
