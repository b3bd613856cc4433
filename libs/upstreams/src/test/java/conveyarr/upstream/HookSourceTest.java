package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.simulator.SimulatedStack;
import conveyarr.simulator.StackConfig;
import conveyarr.upstream.HookSource.Address;
import conveyarr.upstream.HookSource.State;
import conveyarr.upstream.UpstreamsConfig.Entry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up hooks, in simulated programs and in one that has no custom headers. */
@QuarkusTest
class HookSourceTest {
    private static final String KEY = "the-key-of-the-hook";

    @Inject
    @All
    List<UpstreamKind> kinds;

    @TempDir
    Path folder;

    @Test
    void the_webhook_of_radarr_is_made_changed_tested_and_taken_out() {
        try (var door = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var stack = start(door)) {
            HookSource radarr = source(
                            "radarr", stack.radarr().url(), stack.radarr().apiKey())
                    .knowing(at(door));
            stack.radarr().disconnect();
            assertThat(done(radarr.standing()).state()).isEqualTo(State.ABSENT);
            Address here = new Address(door.url().resolve("/base/hooks/radarr"), KEY);
            done(radarr.tryOut(new Address(door.url().resolve("/hooks/radarr"), KEY)));
            assertThat(done(radarr.standing()).state()).isEqualTo(State.ABSENT);
            assertThatThrownBy(() -> done(radarr.install(here))) // the door answers 404 below /base
                    .hasMessageContaining("radarr cannot reach")
                    .hasMessageContaining("/base/hooks/radarr");
            done(radarr.install(new Address(door.url().resolve("/hooks/radarr"), "before")));
            done(radarr.install(new Address(door.url().resolve("/hooks/radarr"), KEY)));
            var standing = done(radarr.standing());
            assertThat(standing.state()).isEqualTo(State.OURS);
            assertThat(standing.url()).hasValue(door.url() + "/hooks/radarr");
            assertThat(standing.others()).isEmpty();
            done(radarr.test());
            assertThat(door.asked().getLast().headers().get("X-Api-Key").getFirst())
                    .isEqualTo(KEY);
            assertThat(door.asked().getLast().body()).contains("\"Test\"");
            done(radarr.remove(Optional.empty()));
            assertThat(done(radarr.standing()).state()).isEqualTo(State.ABSENT);
        }
    }

    @Test
    void a_block_is_seen_and_a_test_ends_it() {
        try (var door = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var stack = start(door)) {
            HookSource radarr = source(
                            "radarr", stack.radarr().url(), stack.radarr().apiKey())
                    .knowing(at(door));
            assertThat(done(radarr.standing()).blocked()).isFalse();
            stack.radarr().hooksFailSince(Duration.ofMinutes(6));
            stack.radarr().dropHooks(1);
            stack.radarr().raiseHealth("IndexerStatusCheck", "error", "All indexers are unavailable");
            assertThat(done(radarr.standing()).blocked()).isTrue();
            assertThat(stack.radarr().hooksBlocked()).isTrue();
            done(radarr.test());
            assertThat(done(radarr.standing()).blocked()).isFalse();
            assertThat(stack.radarr().hooksBlocked()).isFalse();
            stack.radarr().hooksFailSince(Duration.ofMinutes(6));
            stack.radarr().dropHooks(1);
            stack.radarr().clearHealth("IndexerStatusCheck");
            assertThat(stack.radarr().hooksBlocked()).isTrue();
            done(radarr.testAll());
            assertThat(stack.radarr().hooksBlocked()).isFalse();
        }
    }

    @Test
    void a_program_without_custom_headers_gets_the_key_as_a_password() {
        String webhook = """
            {"implementation":"Webhook","configContract":"WebhookSettings","name":"","onGrab":false,"onHealthIssue":false,
             "supportsOnGrab":true,"supportsOnHealthIssue":true,"supportsOnRename":false,"includeManualGrabs":false,
             "fields":[{"name":"url"},{"name":"method","value":1},{"name":"username"},{"name":"password"}]}\
            """;
        try (var old = new FakeServer()) {
            old.on("/api/v1/notification/schema", FakeServer.Answer.json("[" + webhook + "]"));
            old.on(
                    "/api/v1/notification",
                    asked -> asked.method().equals("POST")
                            ? FakeServer.Answer.json(asked.body())
                            : FakeServer.Answer.json("[{\"implementation\":\"Discord\",\"name\":\"conveyarr\"}]"));
            HookSource prowlarr = ArrHookSource.open(
                    "prowlarr", "v1", At.url(old.url().toString()).key("k"));
            done(prowlarr.install(new Address(URI.create("http://us:8484/hooks/prowlarr"), KEY)));
            String saved = old.asked().getLast().body();
            assertThat(saved)
                    .contains("\"name\":\"password\",\"value\":\"" + KEY + "\"")
                    .contains("\"value\":\"http://us:8484/hooks/prowlarr\"")
                    .contains("\"onGrab\":true")
                    .contains("\"onHealthIssue\":true")
                    .contains("\"includeManualGrabs\":true")
                    .doesNotContain("\"onRename\":true");
        }
    }

    @Test
    void a_foreign_hook_of_seerr_is_told_and_can_be_put_back_as_it_was() {
        try (var foreign = new FakeServer().on("/", FakeServer.Answer.status(204));
                var door = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var stack = start(foreign)) {
            HookSource seerr =
                    source("seerr", stack.seerr().url(), stack.seerr().apiKey()).knowing(at(foreign));
            // The simulated one leads to /hooks/seerr of whom it was told; another name makes it somebody else's.
            HookSource other = kind("seerr")
                    .hookSource(
                            "portal",
                            At.url(stack.seerr().url().toString())
                                    .key(stack.seerr().apiKey()))
                    .orElseThrow()
                    .knowing(at(door));
            assertThat(done(seerr.standing()).state()).isEqualTo(State.OURS);
            var before = done(other.standing());
            assertThat(before.state()).isEqualTo(State.FOREIGN);
            assertThat(before.others()).containsExactly(foreign.url().toString());
            var there = before.inOurPlace().orElseThrow();
            assertThat(there.plain()).isTrue();
            assertThat(there.types()).contains("MEDIA_PENDING").doesNotContain("ISSUE_CREATED");
            Address here = new Address(door.url().resolve("/hooks/portal"), KEY);
            done(other.tryOut(here));
            assertThat(done(other.standing()).state()).isEqualTo(State.FOREIGN);
            done(other.install(here));
            assertThat(done(other.standing()).state()).isEqualTo(State.OURS);
            done(other.test());
            assertThat(door.asked().getLast().headers().get("Authorization").getFirst())
                    .isEqualTo("Bearer " + KEY);
            assertThat(door.asked().getLast().body()).contains("TEST_NOTIFICATION");
            done(other.remove(Optional.of(there.previous())));
            assertThat(done(other.standing())).isEqualTo(before);
            done(seerr.test());
            assertThat(foreign.asked().getLast().body()).contains("TEST_NOTIFICATION");
            assertThat(before.toString() + there).doesNotContain("foreign-key");
        }
    }

    @Test
    void every_arr_and_seerr_can_be_set_up() {
        Entry at = At.url(URI.create("http://127.0.0.1:1"));
        assertThat(kinds)
                .filteredOn(kind -> kind.hookSource("x", at).isPresent())
                .extracting(UpstreamKind::kind)
                .contains("radarr", "sonarr", "lidarr", "readarr", "prowlarr", "seerr");
    }

    @Test
    void an_address_of_somebody_else_is_shown_without_what_may_be_a_key() {
        assertThat(HookSource.place("https://user:pw@discord.example:8443/api/webhooks/1/secret?x=y"))
                .isEqualTo("https://discord.example:8443");
        assertThat(HookSource.place("not an address")).isEqualTo("?");
    }

    @Test
    void the_hook_of_another_conveyarr_is_not_touched() {
        try (var another = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var door = new FakeServer().on("/hooks/", FakeServer.Answer.status(202));
                var stack = start(another)) {
            var at = At.url(stack.radarr().url().toString()).key(stack.radarr().apiKey());
            HookSource first =
                    kind("radarr").hookSource("radarr", at).orElseThrow().knowing(at(another));
            HookSource second =
                    kind("radarr").hookSource("radarr", at).orElseThrow().knowing(at(door));
            assertThat(done(first.standing()).state()).isEqualTo(State.OURS);
            assertThat(done(second.standing()).state()).isEqualTo(State.ABSENT);
            assertThat(done(second.standing()).others())
                    .containsExactly(another.url().toString());
            done(second.remove(Optional.empty()));
            done(second.install(new Address(door.url().resolve("/hooks/radarr"), KEY)));
            assertThat(done(second.standing()).state()).isEqualTo(State.OURS);
            assertThat(done(first.standing()).url()).hasValue(another.url() + "/hooks/radarr");
        }
    }

    @Test
    void a_trial_never_names_the_saved_connection() {
        String saved = """
            [{"id":7,"implementation":"Webhook","name":"Conveyarr","onGrab":true,
              "fields":[{"name":"url","value":"http://us:8484/hooks/radarr"}]},
             {"id":8,"implementation":"Discord","name":"conveyarr (radarr)"}]\
            """;
        try (var radarr = new FakeServer()) {
            radarr.on("/api/v3/notification/test", FakeServer.Answer.status(400));
            radarr.on("/api/v3/notification", FakeServer.Answer.json(saved));
            HookSource source = ArrHookSource.open(
                            "radarr", "v3", At.url(radarr.url().toString()).key("k"))
                    .knowing(new Marks(Set.of(), Set.of(URI.create("http://us:8484"))));
            var guess = new Address(URI.create("http://10.0.0.9:8484/hooks/radarr"), KEY);
            assertThatThrownBy(() -> done(source.tryOut(guess))).hasMessageContaining("cannot reach");
            String tried = radarr.asked().getLast().body();
            assertThat(tried).contains("10.0.0.9").contains("\"Conveyarr 2\"").doesNotContain("\"id\"");
        }
    }

    @Test
    void a_seerr_whose_address_is_filled_in_later_is_somebody_elses_and_not_replaced() {
        String settings = """
            {"enabled":true,"types":2,"options":{"webhookUrl":"http://hub:9/{{event}}|x","jsonPayload":"{}"}}\
            """;
        try (var seerr =
                new FakeServer().on("/api/v1/settings/notifications/webhook", FakeServer.Answer.json(settings))) {
            var standing = done(source("seerr", seerr.url(), "k").standing());
            assertThat(standing.state()).isEqualTo(State.FOREIGN);
            assertThat(standing.inOurPlace().orElseThrow().plain()).isFalse();
            assertThat(standing.inOurPlace().orElseThrow().url()).isEmpty();
        }
    }

    private static Marks at(FakeServer door) {
        return new Marks(Set.of(), Set.of(door.url()));
    }

    private SimulatedStack start(FakeServer door) {
        return SimulatedStack.start(StackConfig.fast(folder, door.url(), "foreign-key"));
    }

    private HookSource source(String name, URI url, String key) {
        return kind(name).hookSource(name, At.url(url.toString()).key(key)).orElseThrow();
    }

    private UpstreamKind kind(String word) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T done(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }
}
