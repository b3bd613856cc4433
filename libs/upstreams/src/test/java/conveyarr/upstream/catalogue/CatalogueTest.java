package conveyarr.upstream.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import conveyarr.upstream.Upstream.Alive;
import conveyarr.upstream.Upstream.Disk;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import conveyarr.upstream.UpstreamTrouble.Unreachable.Why;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the catalogue against a program that answers as its contract says, and in its failing ways. */
class CatalogueTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Catalogue OURS = new Catalogue(Path.of("nowhere"));

    static Stream<String> kinds() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/" + Catalogue.FOLDER))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_program_that_is_well_says_so_in_one_line(String kind) throws Exception {
        JsonNode sample = sample(kind);
        try (var program = new Fake(sample, MissingNode.getInstance())) {
            Alive alive = examine(kind, program.url());
            assertThat(alive.info()).isEqualTo(sample.get("info").asText());
            assertThat(alive.troubles()).isEmpty();
            var disks = sample.path("disks");
            assertThat(alive.disks()).extracting(Disk::path).hasSize(disks.size());
            disks.forEach(
                    disk -> assertThat(alive.disks()).extracting(Disk::path).contains(disk.asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_program_that_is_not_well_is_found_out_in_its_own_words(String kind) throws Exception {
        JsonNode sample = sample(kind);
        assertThat(sample.get("failing").isEmpty())
                .as("no failing ways of " + kind)
                .isEqualTo(nothingCounts(kind));
        for (JsonNode way : sample.get("failing")) {
            try (var program = new Fake(sample, way)) {
                String words = way.get("words").asText();
                switch (way.get("is").asText()) {
                    case "degraded" ->
                        assertThat(examine(kind, program.url()).troubles())
                                .as(way.toString())
                                .anyMatch(one -> one.contains(words));
                    case "refused" ->
                        assertThatThrownBy(() -> examine(kind, program.url()))
                                .as(way.toString())
                                .isInstanceOf(Refused.class)
                                .hasMessageContaining(words);
                    default ->
                        assertThatThrownBy(() -> examine(kind, program.url()))
                                .as(way.toString())
                                .isInstanceOf(Nonsense.class)
                                .hasMessageContaining(words);
                }
            }
        }
    }

    /** Its adapter tells how it is, and the file only more of it. */
    private static boolean nothingCounts(String kind) {
        return OURS.sheet(kind).orElseThrow().asks().stream().allMatch(ask -> ask.otherwise() == Ask.Otherwise.IGNORED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_does_not_run_is_unreachable(String kind) throws Exception {
        JsonNode sample = sample(kind);
        URI gone;
        try (var program = new Fake(sample, MissingNode.getInstance())) {
            gone = program.url();
        }
        Throwable trouble = catchThrowable(() -> examine(kind, gone));
        boolean optional =
                OURS.sheet(kind).orElseThrow().asks().stream().allMatch(ask -> ask.otherwise() != Ask.Otherwise.DOWN);
        if (optional) {
            assertThat(trouble).isNull(); // its adapter, or its words, tell
        } else {
            assertThat(trouble).isInstanceOfSatisfying(Unreachable.class, one -> assertThat(one.why())
                    .isEqualTo(Why.CONNECTION_REFUSED));
        }
    }

    @Test
    void the_key_is_sent_where_it_belongs_and_nowhere_else() throws Exception {
        try (var radarr = new Fake(sample("radarr"), MissingNode.getInstance())) {
            examine("radarr", radarr.url());
            assertThat(radarr.calls)
                    .filteredOn(call -> call.path().equals("/ping"))
                    .allMatch(call -> call.header("X-Api-Key") == null);
            assertThat(radarr.calls)
                    .filteredOn(call -> call.path().contains("/health"))
                    .allMatch(call -> "key".equals(call.header("X-Api-Key")));
        }
    }

    @Test
    void what_changes_seldom_is_asked_seldom() throws Exception {
        try (var radarr = new Fake(sample("radarr"), MissingNode.getInstance())) {
            var examiner = OURS.examiner("radarr", "radarr", at(radarr.url())).orElseThrow();
            for (int i = 0; i < 3; i++) {
                assertThat(examiner.examine()
                                .await()
                                .atMost(Duration.ofSeconds(20))
                                .info())
                        .isEqualTo("187 movies monitored");
            }
            assertThat(radarr.calls)
                    .filteredOn(call -> call.path().equals("/api/v3/movie"))
                    .hasSize(1);
            assertThat(radarr.calls)
                    .filteredOn(call -> call.path().equals("/api/v3/health"))
                    .hasSize(3);
        }
    }

    @Test
    void an_answer_that_never_ends_is_not_read_to_its_end() throws Exception {
        var endless = JSON.valueToTree(
                Map.of("answers", Map.of("/health", Map.of("status", 200, "body", "x".repeat(2_000_000)))));
        try (var program = new Fake(endless, MissingNode.getInstance())) {
            assertThatThrownBy(() -> examine("filebrowser", program.url())).isInstanceOf(Nonsense.class);
        }
    }

    @Test
    void it_lists_the_programs_of_both_folders(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("my-own.json"), "{}");
        Files.writeString(folder.resolve("README.txt"), "");
        assertThat(new Catalogue(folder).kinds())
                .contains("my-own", "redis", "traefik")
                .doesNotContain("README");
        assertThat(OURS.kinds()).contains("redis").doesNotContain("my-own");
        assertThat(OURS.kinds()).allMatch(kind -> OURS.kind(kind).isPresent());
    }

    @Test
    void a_file_of_the_owner_is_a_new_kind_and_wins_over_ours(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("kodi.json"),
                "{\"name\":\"Kodi\",\"asks\":[{\"get\":\"/jsonrpc\",\"text\":\"(?<version>\\\\d+)\"}],\"info\":\"Kodi {version}\"}");
        Files.writeString(folder.resolve("kavita.json"), "{\"name\":\"Kavita\",\"asks\":[{\"get\":\"/mine\"}]}");
        Files.writeString(folder.resolve("wrong.json"), "{\"name\":\"Wrong\",\"ask\":[]}");
        var own = new Catalogue(folder);
        assertThat(own.kind("kodi").orElseThrow().needs()).containsExactly("url");
        assertThat(own.sheet("kavita").orElseThrow().asks().getFirst().get()).isEqualTo("/mine");
        assertThat(own.kind("nothing-like-it")).isEmpty();
        assertThat(own.kind("../secret")).isEmpty();
        assertThatThrownBy(() -> own.kind("wrong"))
                .hasMessageContaining("wrong.json")
                .hasMessageContaining("\"ask\"");
    }

    @Test
    void a_certificate_is_counted_in_days() {
        Ask ask = OURS.sheet("traefik").orElseThrow().asks().getLast();
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        Finding good = Certificate.finding(ask, now.plus(Duration.ofDays(62)), now);
        assertThat(InfoLine.of(OURS.sheet("traefik").orElseThrow().info().orElseThrow(), good.values()))
                .isEqualTo("SSL: Valid, 62 days left");
        assertThat(Certificate.finding(ask, now.plus(Duration.ofDays(3)), now).troubles())
                .containsExactly("the certificate ends in 3 days");
        assertThat(Certificate.finding(ask, now.minus(Duration.ofDays(3)), now).troubles())
                .containsExactly("the certificate has expired 3 days ago");
    }

    @Test
    void an_info_line_leaves_away_what_is_not_known() {
        assertThat(InfoLine.of("{a} of {b}", Map.of("a", "1"))).isEmpty();
        assertThat(InfoLine.of("{a}[, {b|nonzero} failing]", Map.of("a", "15", "b", "0")))
                .isEqualTo("15");
        assertThat(InfoLine.of("{a|bytes}", Map.of("a", "45200000000"))).isEqualTo("45.2 GB");
    }

    private static Alive examine(String kind, URI url) {
        return OURS.examiner(kind, kind, at(url))
                .orElseThrow()
                .examine()
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static JsonNode sample(String kind) throws Exception {
        return JSON.readTree(
                Path.of("src/test/resources/catalogue/" + kind + ".json").toFile());
    }

    private static At at(URI url) {
        return new At(Optional.of(url.toString()));
    }
}
