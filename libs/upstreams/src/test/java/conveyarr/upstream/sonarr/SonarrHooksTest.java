package conveyarr.upstream.sonarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.TitleAdded;
import conveyarr.upstream.Sighting.TitleRemoved;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples written from the source of Sonarr 4.0.19.2979. */
class SonarrHooksTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final MediaId SHOW = MediaId.series(999001);
    private static final String PACK = "77AA55CC33EE11FF00992288DD44BB66CC5500AA";

    static List<String> samples() {
        return Samples.hooks("sonarr/4.0.19-source");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_is_understood(String sample) {
        assertThat(read(Samples.bytes(sample)).understood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "health", "health-restored", "application-update"})
    void what_does_not_move_a_series_says_nothing(String sample) {
        assertThat(sample(sample).sightings()).isEmpty();
    }

    @Test
    void a_season_pack_is_one_grab_with_all_its_episodes() {
        var grabbed = (Grabbed) only("grab-season-pack");
        assertThat(grabbed.media()).isEqualTo(SHOW);
        assertThat(grabbed.download()).isEqualTo(PACK);
        assertThat(grabbed.release().episodes().orElseThrow().codes()).containsExactly("S01E01", "S01E02", "S01E03");
    }

    @Test
    void a_download_of_one_file_is_an_import_and_one_of_a_whole_release_adds_nothing_to_it() {
        var imported = (Imported) only("download-upgrade");
        assertThat(imported.media()).isEqualTo(SHOW);
        assertThat(imported.file().id()).isEqualTo(202);
        assertThat(imported.file().upgrade()).isTrue();
        assertThat(imported.file().episodes().orElseThrow().codes()).containsExactly("S01E03");
        assertThat(sample("import-complete")).isEqualTo(Reading.of("Download"));
    }

    @Test
    void a_file_of_two_episodes_that_a_person_put_there_is_one_import_without_a_download() {
        var reading = read("""
                {"eventType":"Download","series":{"id":7,"title":"Example Show","tvdbId":999001,"year":2024},
                 "episodes":[{"seasonNumber":0,"episodeNumber":2},{"seasonNumber":0,"episodeNumber":1}],
                 "episodeFile":{"id":203,"path":"/tv/Example Show/Specials/S00E01-E02.mkv","size":7},"isUpgrade":false}""".getBytes());
        var imported = (Imported) reading.sightings().getFirst();
        assertThat(reading.sightings()).hasSize(1);
        assertThat(imported.download()).isEmpty();
        assertThat(imported.file().episodes().orElseThrow().codes()).containsExactly("S00E01", "S00E02");
    }

    @Test
    void a_series_without_an_id_at_tvdb_and_a_type_of_a_version_to_come_are_not_understood() {
        assertThat(read("""
                {"eventType":"Grab","series":{"id":7,"tvdbId":0},"release":{"releaseTitle":"x"}}""".getBytes())).isEqualTo(Reading.notUnderstood("Grab"));
        assertThat(read("{\"eventType\":\"SeriesMoved\"}".getBytes())).isEqualTo(Reading.notUnderstood("SeriesMoved"));
    }

    @Test
    void an_added_series_is_told() {
        assertThat(((TitleAdded) only("series-add")).title().title()).isEqualTo("Example Show");
    }

    @Test
    void a_series_that_is_taken_off_the_list_says_what_became_of_its_files() {
        assertThat(only("series-delete")).isInstanceOfSatisfying(TitleRemoved.class, removed -> {
            assertThat(removed.media()).isEqualTo(SHOW);
            assertThat(removed.filesDeleted()).isFalse();
        });
    }

    private static Sighting only(String sample) {
        assertThat(sample(sample).sightings()).hasSize(1);
        return sample(sample).sightings().getFirst();
    }

    private static Reading sample(String name) {
        return read(Samples.bytes("sonarr/4.0.19-source/webhook-" + name + ".json"));
    }

    private static Reading read(byte[] body) {
        return new SonarrKind().hooks().orElseThrow().read("sonarr", NOON, body);
    }
}
