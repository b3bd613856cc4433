package conveyarr.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarksTest {
    private final Marks marks =
            new Marks(Set.of("our-key", ""), Set.of(URI.create("http://conveyarr:8484/hooks/radarr")));

    @Test
    void the_path_of_our_door_on_a_foreign_host_is_not_ours() {
        assertThat(fits("http://another:8484/hooks/radarr")).isFalse();
        assertThat(fits("http://conveyarr:9000/hooks/radarr")).isFalse();
        assertThat(fits("http://another:8484/hooks/radarr?apikey=their-key", "Bearer their-key"))
                .isFalse();
        assertThat(Marks.NONE.fit("http://x/hooks/radarr", "radarr", Stream.of("", "x")))
                .isFalse();
    }

    @Test
    void our_address_or_our_key_with_our_path_is_ours() {
        assertThat(fits("http://conveyarr:8484/base/hooks/radarr/")).isTrue();
        assertThat(fits("https://proxy.example/x/hooks/radarr", "our-key")).isTrue();
        assertThat(fits("https://proxy.example/hooks/radarr", "Bearer our-key")).isTrue();
        assertThat(fits("https://proxy.example/hooks/radarr?apikey=our-key")).isTrue();
        String basic = Base64.getEncoder().encodeToString("conveyarr:our-key".getBytes(UTF_8));
        assertThat(fits("https://proxy.example/hooks/radarr", "Basic " + basic)).isTrue();
        assertThat(fits("http://conveyarr:8484/hooks/radarr-4k", "our-key")).isFalse();
        assertThat(fits("http://conveyarr:8484/elsewhere", "our-key")).isFalse();
    }

    @Test
    void an_address_without_its_port_is_the_same() {
        var plain = Marks.NONE.also(List.of(URI.create("http://127.0.0.1/hooks/radarr")));
        assertThat(plain.fit("http://LOCALHOST:80/hooks/radarr", "radarr", Stream.of()))
                .isTrue();
        assertThat(plain.fit("not an address/hooks/radarr", "radarr", Stream.of()))
                .isFalse();
    }

    @Test
    void no_key_is_shown() {
        assertThat(marks.toString()).doesNotContain("our-key");
    }

    private boolean fits(String url, String... shown) {
        return marks.fit(url, "radarr", Stream.of(shown));
    }
}
