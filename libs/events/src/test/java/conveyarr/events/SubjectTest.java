package conveyarr.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "movie:tmdb:603",
                "series:tvdb:81189",
                "album:musicbrainz:b1a9c0e9",
                "download:qbit:C0FFEE",
                "component:radarr"
            })
    void a_key_gives_its_subject_back(String key) {
        assertThat(Subject.of(key).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "movie", "movie:tmdb", "movie:tmdb:", "film:tmdb:603", "movie:tmdb:6 03", "component:"})
    void what_is_no_subject_is_refused_with_a_sentence(String key) {
        assertThatThrownBy(() -> Subject.of(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(not a|needs).*");
    }

    @Test
    void the_hash_of_a_torrent_has_one_spelling_and_the_id_of_a_usenet_job_keeps_its_own() {
        assertThat(DownloadId.normal("c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"))
                .isEqualTo("C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00");
        assertThat(DownloadId.normal("SABnzbd_nzo_x1")).isEqualTo("SABnzbd_nzo_x1");
    }
}
