package conveyarr.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule is frozen: these ids were computed by another implementation of RFC 9562, and a change of any would make old events new. */
class EventIdTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "radarr,    0, import,  42,                          fb68299e-c3f6-55cd-b9d0-d628ddb376a4",
        "radarr-4k, 0, import,  42,                          e48c824f-fadc-5c39-a4aa-3cc6ffbb9523",
        "radarr,    1, import,  42,                          20846f89-01b6-5cea-a7ec-371652bc707e",
        "radarr,    0, grab,    C0FFEE|7|Amélie.2001|1,      336087f4-b9ab-586e-a612-761c75155ee9",
        "seerr,     0, request, 17|APPROVED|1,               63558b8f-cfa3-5159-9ce4-9058a5077c02",
        "seerr,     0, request-step, 17|declined|1,           85b12f2d-9a8f-5289-95a0-165612e07517",
        "seerr,     0, request-step, 17|declined|1|2,         c8c1e044-e63e-5ed2-900c-18c21f322aa2",
        "seerr,     0, request-step, 17|declined|2|2,         230b9f20-4adf-56e4-afcd-077d3620af5d",
        "seerr,     0, request-step, 17|failed|1|3,           50488688-f2e5-56b8-af71-75f5355da7d1"
    })
    void ids_are_frozen(String instance, int epoch, String kind, String fields, UUID expected) {
        var key = new NaturalKey(kind, epoch, List.of(fields.split("\\|")));
        assertThat(Occurrence.at(NOON, Via.HOOK, instance, key).id()).isEqualTo(expected);
    }

    @Test
    void what_follows_has_an_id_of_its_cause_and_its_name() {
        var cause = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("import", 42));
        assertThat(cause.then("library.file-imported.v1").id())
                .isEqualTo(UUID.fromString("bbd8be8f-5d18-52c5-a434-d1241a429a38"));
    }

    @Test
    void the_time_and_the_way_we_heard_do_not_matter() {
        var hook = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("import", 42));
        var history = Occurrence.at(NOON.minusSeconds(9), Via.HISTORY, "radarr", NaturalKey.of("import", 42));
        assertThat(hook.id()).isEqualTo(history.id());
    }

    @Test
    void fields_cannot_run_into_each_other() {
        assertThat(id("a|b", "c")).isNotEqualTo(id("a", "b|c"));
        assertThat(id("ab", "")).isNotEqualTo(id("a", "b"));
    }

    @Test
    void one_letter_in_two_unicode_forms_is_one_letter() {
        assertThat(id("Am\u00e9lie")).isEqualTo(id("Ame\u0301lie"));
    }

    private static UUID id(Object... fields) {
        return Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("grab", fields))
                .id();
    }
}
