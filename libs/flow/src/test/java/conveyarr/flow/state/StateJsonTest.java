package conveyarr.flow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateJsonTest {
    sealed interface Lamp {
        record Off() implements Lamp {}

        record On(Instant since, Optional<Duration> limit) implements Lamp {}

        record Broken(On before) implements Lamp {}
    }

    static final class LampRow extends StateRow {}

    private final StateJson<Lamp> json = new StateJson<>(Lamp.class);

    @Test
    void every_state_is_read_back_as_it_was() {
        var on = new Lamp.On(Instant.parse("2030-01-01T12:00:00Z"), Optional.of(Duration.ofHours(2)));
        for (Lamp lamp : new Lamp[] {new Lamp.Off(), on, new Lamp.Broken(on)}) {
            var row = new LampRow();
            json.write(lamp, row);
            assertThat(json.read(row)).isEqualTo(lamp);
        }
    }

    @Test
    void a_state_of_another_version_is_refused_not_guessed() {
        var row = new LampRow();
        json.write(new Lamp.Off(), row);
        row.kind = "Dimmed";
        assertThatThrownBy(() -> json.read(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Dimmed");
    }
}
