package conveyarr.notification;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.notification.core.Plain;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void text_is_cut_by_code_points_and_never_inside_one() {
        assertThat(Plain.line("\uD83C\uDFAC".repeat(10), 4)).isEqualTo("\uD83C\uDFAC".repeat(3) + "…");
        assertThat(Plain.line("\uD83C\uDFAC".repeat(4), 4)).isEqualTo("\uD83C\uDFAC".repeat(4));
    }

    @Test
    void bytes_are_cut_between_code_points() {
        String films = "\uD83C\uDFAC".repeat(2000);
        for (int most = 4090; most <= 4096; most++) {
            String cut = Plain.bytes(films, most);
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(most - 4, most);
            assertThat(cut).matches("(\uD83C\uDFAC)+…");
        }
        assertThat(Plain.bytes("short", 4096)).isEqualTo("short");
    }

    @Test
    void names_of_the_whole_world_stay_what_they_are() {
        for (String title : new String[] {
            "千と千尋の神隠し", "Amélie", "עלי מוהר", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "W🎬"
        }) {
            assertThat(Plain.line(title, 200)).isEqualTo(title);
        }
    }
}
