package conveyarr.request.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What PostgreSQL would refuse is refused before, with a sentence. */
class QuestionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_control_character_is_no_text_to_look_for() {
        Stream<BiConsumer<IncomingFilter, String>> fields =
                Stream.of((f, v) -> f.source = v, (f, v) -> f.type = v, (f, v) -> f.text = v, (f, v) -> f.cursor = v);
        fields.forEach(field -> {
            var filter = new IncomingFilter();
            field.accept(filter, "a\u0000b");
            assertThatThrownBy(filter::query)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("control character");
        });
        var fine = new IncomingFilter();
        fine.text = "grüße 🎬";
        assertThat(fine.query().text()).hasValue("grüße 🎬");
    }

    @Test
    void a_moment_that_no_calendar_of_ours_has_is_none() {
        for (String far :
                new String[] {"-999999999-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z", "1969-12-31T23:59:59Z"}) {
            assertThatThrownBy(() -> check(far, "2026-03-01T13:00:00Z"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'from'");
        }
        assertThatThrownBy(() -> check("2026-03-01T11:00:00Z", "+10000-01-01T00:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'to' is not between");
        assertThat(check("1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z")
                        .stretch()
                        .from())
                .isEqualTo(Instant.EPOCH);
    }

    private static ReplayOrder.Checked check(String from, String to) {
        return ReplayOrder.check(new ReplayOrder("radarr", from, to, true, null), Set.of("radarr"), NOON);
    }
}
