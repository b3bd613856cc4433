package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On answers captured from qBittorrent 4.5.2, and some written from the source of 5.2.3. */
class TorrentsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String HASH = "95ABE243F38D83B3A23017B3C48DF914494C5860";
    private final Torrents torrents = new Torrents(new TorrentWords("radarr"::equals));

    @Test
    void follows_a_captured_download_field_by_field_until_it_is_done() {
        take("4.5.2/B-maindata-full-downloading.json");
        assertThat(only().progress().phase()).isEqualTo(Phase.STALLED);
        assertThat(only().hash()).isEqualTo(HASH);
        assertThat(only().category()).isEqualTo("radarr");
        assertThat(only().addedAt()).isEqualTo(Instant.ofEpochSecond(1795223948));
        assertThat(only().progress().remaining()).contains(Duration.ofSeconds(61));
        var phases = new ArrayList<Phase>();
        Samples.text("qbittorrent/4.5.2/51-B-maindata-incremental.jsonl")
                .lines()
                .forEach(line -> {
                    torrents.take(read(line));
                    phases.add(only().progress().phase());
                });
        assertThat(phases.stream().distinct()).containsExactly(Phase.STALLED, Phase.DOWNLOADING, Phase.DONE);
        assertThat(only().name()).isEqualTo("movie.mkv");
        assertThat(only().progress().bytesDone())
                .isEqualTo(8388608)
                .isEqualTo(only().progress().bytes());
        assertThat(only().progress().remaining()).isEmpty();
    }

    @Test
    void forgets_what_was_removed() {
        torrents.take(read(
                "{\"rid\":1,\"torrents\":{\"f201dccccba071182b8c7f69086440e421209fe1\":{\"state\":\"stalledDL\"}}}"));
        take("4.5.2/B-maindata-removed.json");
        assertThat(torrents.transfers())
                .extracting(Transfer::hash)
                .containsExactly("FBACDD2D7E3A052CEAED1DDB815B5C6E413F5ED5");
    }

    @Test
    void everything_anew_forgets_what_is_not_in_it_even_when_the_map_is_left_out() {
        take("4.5.2/B-maindata-full-downloading.json");
        torrents.take(read("{\"rid\":2}"));
        assertThat(torrents.transfers()).hasSize(1);
        torrents.take(read("{\"rid\":3,\"full_update\":true}"));
        assertThat(torrents.transfers()).isEmpty();
        take("4.5.2/maindata-rid0-empty.json");
        assertThat(torrents.transfers()).isEmpty();
    }

    @Test
    void a_vanished_file_is_broken_whatever_the_time_of_its_completion() {
        take("4.5.2/B-maindata-rid99-new-session.json");
        Transfer gone = torrents.transfers().stream()
                .filter(t -> t.hash().equals(HASH))
                .findFirst()
                .orElseThrow();
        assertThat(gone.progress().phase()).isEqualTo(Phase.BROKEN);
        assertThat(gone.progress().word()).isEqualTo("missingFiles");
    }

    @Test
    void a_magnet_without_metadata_is_not_done() {
        torrents.take(read("""
                {"rid":1,"torrents":{"a":{"state":"stoppedUP","size":0,"total_size":-1,"amount_left":0,"progress":1,"eta":8640000}}}"""));
        assertThat(only().progress().phase()).isEqualTo(Phase.CHECKING);
        assertThat(only().progress().remaining()).isEmpty();
    }

    @Test
    void a_hybrid_torrent_is_known_by_all_its_ids() {
        var ids = tree(Samples.text("qbittorrent/4.5.2/hybrid-torrent-ids.json"));
        torrents.take(read("{\"rid\":1,\"torrents\":{\"" + ids.get("hash").asText() + "\":" + ids + "}}"));
        assertThat(only().aliases())
                .containsExactlyInAnyOrder(
                        "F201DCCCCBA071182B8C7F69086440E421209FE1",
                        "BBBE39EB81E0CA84CC849B9F44A95ADB8E6B575A",
                        "F201DCCCCBA071182B8C7F69086440E421209FE11F54D779984FDA3447755D18");
    }

    @Test
    void reads_what_5_2_gives() {
        take("5.2.3-source/5.2-maindata-full.json");
        assertThat(only().progress().phase()).isEqualTo(Phase.DOWNLOADING);
        take("5.2.3-source/5.2-maindata-diff-stopped.json");
        assertThat(only().progress().phase()).isEqualTo(Phase.PAUSED);
        assertThat(only().progress().fraction()).isPositive();
        take("5.2.3-source/5.x-maindata-diff-removed.json");
        assertThat(torrents.transfers()).isEmpty();
    }

    /** Before 5.0 no answer tells it, and a resting torrent does not change by itself. */
    @Test
    void what_was_learned_about_a_resting_torrent_shows_at_once() {
        var words = new TorrentWords("radarr"::equals);
        var resting = new Torrents(words);
        resting.take(read("{\"rid\":1,\"torrents\":{\"a\":{\"state\":\"stalledDL\"}}}"));
        assertThat(resting.transfers().getFirst().facts().privateTorrent()).isEmpty();
        words.isPrivate("a", true);
        resting.anew("a");
        resting.anew("not there");
        assertThat(resting.transfers()).hasSize(1);
        assertThat(resting.transfers().getFirst().facts().privateTorrent()).contains(true);
    }

    private Transfer only() {
        List<Transfer> all = torrents.transfers();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void take(String sample) {
        torrents.take(read(Samples.text("qbittorrent/" + sample)));
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static QbittorrentApi.MainData read(String json) {
        try {
            return JSON.readValue(json, QbittorrentApi.MainData.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
