package conveyarr.upstream.radarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.events.Via;
import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import conveyarr.upstream.Sighting.Release;
import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Sighting.TitleRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples written from the source of Radarr 6.0.3.10276. */
class RadarrHooksTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final MediaId BUNNY = MediaId.movie(10378);
    private static final String HASH = "8F3A1C0D5E7B92A46C1D0F3E5B7A9C2D4E6F8A10";
    private static final String RELEASE = "Big.Buck.Bunny.2008.1080p.BluRay.x265-GRP";
    private static final String PATH = "/movies/Big Buck Bunny (2008)/Big Buck Bunny (2008) Bluray-1080p.mkv";

    static List<String> samples() {
        return Samples.hooks("radarr/6.0.3-source");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_is_understood(String sample) {
        assertThat(read(Samples.bytes(sample)).understood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "health", "health-restored", "application-update"})
    void what_does_not_move_a_movie_says_nothing(String sample) {
        assertThat(sample(sample).sightings()).isEmpty();
    }

    @Test
    void a_movie_that_is_taken_off_the_list_says_what_became_of_its_files() {
        assertThat(only("movie-delete")).isInstanceOfSatisfying(TitleRemoved.class, removed -> {
            assertThat(removed.media()).isEqualTo(BUNNY);
            assertThat(removed.filesDeleted()).isTrue();
        });
    }

    @Test
    void a_grab_tells_release_and_download() {
        var grabbed = (Grabbed) only("grab");
        assertThat(grabbed.media()).isEqualTo(BUNNY);
        assertThat(grabbed.title()).isEqualTo(new Title("Big Buck Bunny", Optional.of(2008)));
        assertThat(grabbed.download()).isEqualTo(HASH);
        assertThat(grabbed.release())
                .isEqualTo(new Release(RELEASE, 4294967296L, Optional.of("Example (Prowlarr)"), Optional.empty()));
        assertThat(grabbed.occurrence().at()).isEqualTo(NOON);
        assertThat(grabbed.occurrence().via()).isEqualTo(Via.HOOK);
        assertThat(grabbed.occurrence().source()).isEqualTo("radarr");
    }

    @Test
    void a_download_hook_tells_an_import() {
        var imported = (Imported) only("download");
        assertThat(imported.media()).isEqualTo(BUNNY);
        assertThat(imported.download()).contains(HASH);
        assertThat(imported.file())
                .isEqualTo(
                        new ImportedFile(44, PATH, 4294967296L, Optional.of("Bluray-1080p"), false, Optional.empty()));
        assertThat(((Imported) only("download-upgrade")).file().upgrade()).isTrue();
        assertThat(((Imported) only("download-manual-import")).download()).isEmpty();
    }

    @Test
    void an_added_movie_and_a_refused_import_are_told() {
        var added = (TitleAdded) only("movie-added");
        assertThat(added.title()).isEqualTo(new Title("Big Buck Bunny", Optional.of(2008)));
        var refused = (ImportRefused) only("manual-interaction-required");
        assertThat(refused.download()).isEqualTo(HASH);
        assertThat(refused.reasons())
                .containsExactly(
                        "One or more movies expected in this release were not imported or missing",
                        "bbb.sample.mkv: Sample");
    }

    @Test
    void a_refused_import_of_no_known_movie_is_about_the_download() {
        var reading =
                read("{\"eventType\":\"ManualInteractionRequired\",\"downloadId\":\"" + HASH.toLowerCase() + "\"}");
        assertThat(reading.sightings().getFirst().media()).isEqualTo(new MediaId("download:radarr:" + HASH));
    }

    @Test
    void a_grab_without_download_id_is_named_by_its_release() {
        var reading = read("""
                {"eventType":"Grab","movie":{"id":12,"title":"T","year":2008,"tmdbId":1},"release":{"releaseTitle":"A B-C"}}""");
        assertThat(((Grabbed) reading.sightings().getFirst()).download()).isEqualTo("t:A B-C");
    }

    @Test
    void the_words_of_strangers_are_cut() {
        String body = """
                {"eventType":"ManualInteractionRequired","downloadId":"LONG","downloadInfo":{"title":"LONG"},
                 "downloadStatusMessages":[{"title":"LONG","messages":["LONG"]},{"title":"LONG"}]}""";
        var refused = (ImportRefused)
                read(body.replace("LONG", "x".repeat(3000))).sightings().getFirst();
        assertThat(refused.reasons()).hasSize(2).allMatch(reason -> reason.length() == 2000);
        assertThat(refused.download()).hasSize(502);
    }

    @Test
    void a_hook_that_lacks_what_it_should_tell_is_not_understood_and_keeps_its_type() {
        for (String body : List.of(
                "{\"eventType\":\"Grab\"}",
                "{\"eventType\":\"Grab\",\"movie\":{\"id\":1,\"tmdbId\":0},\"release\":{\"releaseTitle\":\"x\"}}",
                "{\"eventType\":\"Grab\",\"movie\":[]}")) {
            assertThat(read(body)).isEqualTo(Reading.notUnderstood("Grab"));
        }
    }

    @Test
    void the_ids_are_frozen() {
        assertThat(id("grab")).isEqualTo("64b7b8fc-c70f-5c1a-8403-07d48e5f6708");
        assertThat(id("download")).isEqualTo("f07ced0e-f3dc-5cef-a452-5ad7108a3b07");
        assertThat(id("movie-added")).isEqualTo("52b9850c-40bb-54d0-9fe4-2f054fede7cf");
        assertThat(id("manual-interaction-required")).isEqualTo("92746921-4fd1-5fb3-97c7-83066fa08e4e");
    }

    private static String id(String sample) {
        return only(sample).occurrence().id().toString();
    }

    private static conveyarr.upstream.Sighting only(String sample) {
        assertThat(sample(sample).sightings()).hasSize(1);
        return sample(sample).sightings().getFirst();
    }

    private static Reading sample(String name) {
        return read(Samples.bytes("radarr/6.0.3-source/webhook-" + name + ".json"));
    }

    private static Reading read(String body) {
        return read(body.getBytes());
    }

    private static Reading read(byte[] body) {
        return new RadarrKind().hooks().orElseThrow().read("radarr", NOON, body);
    }
}
