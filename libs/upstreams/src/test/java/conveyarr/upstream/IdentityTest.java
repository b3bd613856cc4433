package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Lives;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.upstream.HookReader.Reading;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ids of what the *arr programs tell are frozen: {@code identities.csv} was computed by another implementation. */
@QuarkusTest
class IdentityTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    @Inject
    @All
    List<UpstreamKind> kinds;

    private record Line(String sample, String instance, int epoch, NaturalKey key, String id) {
        static Line parse(String line) {
            String[] parts = line.split(" ; ");
            var fields = List.of(parts[4].split(" \\| "));
            int epoch = Integer.parseInt(parts[2]);
            return new Line(parts[0], parts[1], epoch, new NaturalKey(parts[3], epoch, fields), parts[5]);
        }
    }

    private static List<Line> lines() {
        return Samples.text("identities.csv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Line::parse)
                .toList();
    }

    @Test
    void every_name_has_its_id() {
        assertThat(lines()).hasSizeGreaterThan(20).allSatisfy(line -> assertThat(
                        Occurrence.at(NOON, Via.HISTORY, line.instance(), line.key())
                                .id())
                .hasToString(line.id()));
    }

    @Test
    void every_hook_has_the_id_of_its_happening() {
        assertThat(lines()).filteredOn(line -> !line.sample().equals("-")).allSatisfy(line -> {
            var told = read(line.sample(), line.instance());
            assertThat(Stream.concat(
                            told.sightings().stream().map(Sighting::occurrence),
                            told.itself().map(Trace::occurrence).stream()))
                    .extracting(one -> one.id().toString())
                    .containsExactly(line.id());
        });
    }

    @Test
    void in_a_later_life_of_the_database_the_same_hook_is_another_happening() {
        String sample = "radarr/6.0.3-source/webhook-download.json";
        var reset = Lives.FIRST.after(900, NOON.minusSeconds(60)).after(1, NOON);
        var placed = ArrLives.placed(reset, sightings(sample, "radarr")).getFirst();
        assertThat(lines())
                .filteredOn(line -> line.epoch() == 1)
                .extracting(Line::id)
                .containsExactly(placed.occurrence().id().toString());
    }

    private List<Sighting> sightings(String sample, String instance) {
        return read(sample, instance).sightings();
    }

    private Reading read(String sample, String instance) {
        String word = sample.substring(0, sample.indexOf('/'));
        UpstreamKind kind = kinds.stream()
                .filter(one -> one.kind().equals(word))
                .findFirst()
                .orElseThrow();
        return kind.hooks().orElseThrow().read(instance, NOON, Samples.bytes(sample));
    }
}
