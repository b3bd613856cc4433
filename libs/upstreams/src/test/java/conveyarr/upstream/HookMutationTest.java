package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No reader ever throws, whatever bytes it gets. {@code -Dconveyarr.fuzz.rounds} is how many bodies each one gets. */
@QuarkusTest
class HookMutationTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final int ROUNDS = Integer.getInteger("conveyarr.fuzz.rounds", 20_000);
    private static final byte[] TOKENS = "{}[]\",:\\0123456789.eE+-ntfu".getBytes();

    @Inject
    @All
    List<UpstreamKind> kinds;

    @Test
    void mutated_samples_never_make_a_reader_throw() {
        int understood = understood(HookMutationTest::mutated);
        // Some mutations only change a letter of a text: the loop must have gone deep, and must not accept everything.
        assertThat(understood).isBetween(ROUNDS / 20, ROUNDS);
    }

    @Test
    void samples_with_another_structure_never_make_a_reader_throw() {
        int understood = understood(JsonMutator::mutated);
        // Programs of one family understand the simple hooks of each other.
        assertThat(understood).isBetween(ROUNDS / 20, 3 * ROUNDS);
    }

    /** How often somebody understood a body. */
    private int understood(BiFunction<byte[], Random, byte[]> mutator) {
        var random = new Random(20261121);
        List<byte[]> samples = Stream.of(
                        "seerr/3.1.0",
                        "seerr/3.1.0-source",
                        "radarr/6.0.3-source",
                        "sonarr/4.0.19-source",
                        "lidarr/0501e615-source",
                        "readarr/4fb62c07-source",
                        "prowlarr/2.3.6-source")
                .flatMap(folder -> Samples.hooks(folder).stream())
                .map(Samples::bytes)
                .toList();
        List<HookReader> readers =
                kinds.stream().flatMap(kind -> kind.hooks().stream()).toList();
        int understood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutator.apply(samples.get(random.nextInt(samples.size())), random);
            for (HookReader reader : readers) {
                understood += reader.read("x", NOON, body).understood() ? 1 : 0;
            }
        }
        return understood;
    }

    @Test
    void what_is_no_hook_is_not_understood() {
        List<String> bodies = List.of(
                "",
                " ",
                "null",
                "true",
                "7",
                "[]",
                "{}",
                "\"x\"",
                "{\"eventType\":null}",
                "{\"eventType\":{}}",
                "{\"eventType\":\"\"}",
                "{\"eventType\":\"Grab\"}",
                "{\"eventType\":\"Grab\"} x",
                "{\"eventType\":\"Download\",\"movie\":{\"tmdbId\":1}}",
                "{\"notification_type\":\"MEDIA_PENDING\"}",
                "{\"notification_type\":\"MEDIA_\"}",
                "<html></html>",
                "{\"eventType\":\"Grab\",\"movie\":{\"tmdbId\":1e999999999}}",
                "\u0000",
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "{\"eventType\":\"MovieRenamedAgain\"}");
        for (HookReader reader :
                kinds.stream().flatMap(kind -> kind.hooks().stream()).toList()) {
            assertThat(bodies)
                    .filteredOn(body -> !body.equals("{\"eventType\":\"Grab\"}") && !body.contains("\"Grab\""))
                    .filteredOn(body -> !body.contains("\"Download\""))
                    .allSatisfy(body -> assertThat(
                                    reader.read("x", NOON, body.getBytes()).understood())
                            .isFalse());
            bodies.forEach(
                    body -> assertThat(reader.read("x", NOON, body.getBytes()).sightings())
                            .isEmpty());
        }
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] body =
                random.nextInt(4) == 0 ? Arrays.copyOf(sample, random.nextInt(sample.length + 1)) : sample.clone();
        for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
            int at = random.nextInt(body.length);
            body[at] = random.nextBoolean() ? (byte) random.nextInt(256) : TOKENS[random.nextInt(TOKENS.length)];
        }
        return body;
    }
}
