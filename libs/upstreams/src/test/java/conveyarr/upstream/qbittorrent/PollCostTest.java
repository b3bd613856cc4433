package conveyarr.upstream.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Samples;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of torrents cost what changes among them. With {@code -Dconveyarr.poll.cost=true} it prints the milliseconds of CPU. */
class PollCostTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final boolean REPORT = Boolean.getBoolean("conveyarr.poll.cost");
    private final Torrents torrents = new Torrents(new TorrentWords("radarr"::equals));

    @Test
    void only_what_changed_is_made_anew_among_five_thousand() {
        take(full(5000));
        Map<String, Transfer> before = byHash();
        take(change(300, 7));
        Map<String, Transfer> after = byHash();
        assertThat(after).hasSize(5000);
        long same = after.entrySet().stream()
                .filter(now -> before.get(now.getKey()) == now.getValue())
                .count();
        assertThat(same).isEqualTo(4700);
        assertThat(after.get(hash(0)).progress().bytesDone()).isEqualTo(1007);
        assertThat(after.get(hash(4999))).isSameAs(before.get(hash(4999)));
    }

    @Test
    void the_cost_of_a_poll_is_reported() {
        for (int count : List.of(300, 5000)) {
            String everything = full(count);
            List<String> changes =
                    IntStream.range(0, 20).mapToObj(i -> change(300, i)).toList();
            int rounds = REPORT ? 60_000 / count : 2;
            double all = cpuMillis(rounds / 2, i -> take(everything));
            double some = cpuMillis(rounds * 2, i -> take(changes.get(i % changes.size())));
            assertThat(torrents.transfers()).hasSize(count);
            if (REPORT) {
                System.out.printf("%d torrents: full %.2f ms, 300 changed %.2f ms CPU a poll%n", count, all, some);
            }
        }
    }

    private static double cpuMillis(int rounds, java.util.function.IntConsumer round) {
        var thread = ManagementFactory.getThreadMXBean();
        IntStream.range(0, rounds / 2).forEach(round);
        long before = thread.getCurrentThreadCpuTime();
        IntStream.range(0, rounds).forEach(round);
        return (thread.getCurrentThreadCpuTime() - before) / 1e6 / rounds;
    }

    private void take(String json) {
        try {
            torrents.take(JSON.readValue(json, QbittorrentApi.MainData.class));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        torrents.transfers();
    }

    private Map<String, Transfer> byHash() {
        return new HashMap<>(torrents.transfers().stream().collect(Collectors.toMap(t -> t.hash(), t -> t)));
    }

    /** Each with all 66 fields of 5.2. */
    private static String full(int count) {
        String sample = Samples.text("qbittorrent/5.2.3-source/5.2-maindata-full.json");
        int from = sample.indexOf('{', sample.indexOf("95abe243f38d83b3a23017b3c48df914494c5860") + 1);
        String torrent = sample.substring(from, sample.indexOf('}', from) + 1);
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + hash(i).toLowerCase() + "\":"
                        + torrent.replace("95abe243f38d83b3a23017b3c48df914494c5860", hash(i).toLowerCase()))
                .collect(Collectors.joining(",", "{\"rid\":1,\"full_update\":true,\"torrents\":{", "}}"));
    }

    /** What a running torrent changes from one poll to the next. */
    private static String change(int count, int round) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> "\"" + hash(i).toLowerCase() + "\":{\"completed\":" + (1000 + round)
                                + ",\"amount_left\":5,\"dlspeed\":" + round
                                + ",\"eta\":77,\"progress\":0.5,\"downloaded\":9,\"time_active\":8,\"last_activity\":7,\"num_seeds\":3}")
                .collect(Collectors.joining(",", "{\"rid\":2,\"torrents\":{", "}}"));
    }

    private static String hash(int i) {
        return String.format("%040X", i + 1);
    }
}
