package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.Upstreams.NotConfigured;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpstreamsTest {
    @Test
    void opens_each_instance_once_and_gives_it_by_its_port() {
        var upstreams = upstreams(Map.of(
                "one",
                At.url("http://a:1").key("k").kind("store"),
                "store",
                At.url("http://b:1").key("k")));
        assertThat(upstreams.all(Upstream.class)).extracting(Upstream::name).containsExactly("one", "store");
        assertThat(upstreams.all(Upstream.class)).isEqualTo(upstreams.all(Upstream.class));
        assertThat(upstreams.all(DownloadClient.class)).isEmpty();
    }

    @Test
    void takes_another_word_for_a_kind() {
        assertThat(upstreams(Map.of("shop", At.url("http://a:1").key("k"))).all(Upstream.class))
                .hasSize(1);
    }

    @Test
    void an_instance_without_its_key_is_known_but_not_configured() {
        var upstreams = upstreams(Map.of("store", At.url("http://a:1")));
        assertThat(upstreams.names()).containsExactly("store");
        assertThat(upstreams.hooks("store")).isPresent();
        assertThat(upstreams.all(Upstream.class)).isEmpty();
        assertThat(upstreams.notConfigured())
                .containsExactly(new NotConfigured("store", "conveyarr.upstreams.store.api-key"));
    }

    @Test
    void a_blank_key_is_no_key() {
        assertThat(upstreams(Map.of("store", At.url("http://a:1").key(" "))).notConfigured())
                .hasSize(1);
    }

    @Test
    void an_unknown_instance_has_neither_entry_nor_hooks() {
        assertThat(upstreams(Map.of()).entry("x")).isEmpty();
        assertThat(upstreams(Map.of()).hooks("x")).isEmpty();
    }

    @Test
    void an_unknown_kind_stops_the_start_with_the_list_of_known_ones() {
        assertThatThrownBy(() -> upstreams(Map.of("x", At.nothing().kind("stoer"))))
                .hasMessage(
                        "conveyarr.upstreams.x.kind=stoer is unknown; known are [shop, store] and the programs of docs/operate/programs.md");
    }

    @Test
    void every_word_that_is_taken_for_a_kind_is_told() {
        assertThat(upstreams(Map.of()).kinds()).contains("shop", "store", "redis");
    }

    @Test
    void a_bad_address_stops_the_start_and_is_not_shown() {
        for (String url :
                List.of("radarr:7878", "ftp://a", "http://", "http:// a", "http://u:" + At.SECRET + "@ b", "/x")) {
            assertThatThrownBy(() -> upstreams(Map.of("store", At.url(url))))
                    .hasMessageStartingWith("conveyarr.upstreams.store.url is no http or https address")
                    .hasMessageNotContaining(At.SECRET);
        }
    }

    private static Upstreams upstreams(Map<String, At> entries) {
        return new Upstreams(List.of(new Store()), () -> Map.copyOf(entries), "config/catalogue");
    }

    private static final class Store implements UpstreamKind {
        @Override
        public String kind() {
            return "store";
        }

        @Override
        public List<String> alsoKnownAs() {
            return List.of("shop");
        }

        @Override
        public List<String> needs() {
            return List.of("url", "api-key");
        }

        @Override
        public Upstream open(String name, UpstreamsConfig.Entry at) {
            return new Opened(name);
        }

        @Override
        public Optional<HookReader> hooks() {
            return Optional.of((_, _, _) -> HookReader.Reading.notUnderstood("?"));
        }
    }

    private record Opened(String name) implements Upstream {
        @Override
        public String kind() {
            return "store";
        }

        @Override
        public Uni<Alive> probe() {
            return Uni.createFrom().item(new Alive("1", ""));
        }
    }
}
