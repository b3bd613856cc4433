package conveyarr.notification;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Never UNKNOWN = new Never("it answers HTTP 401", true);
    private static final Refusal STANDING = new Refusal(NOON, NOON, "it answers HTTP 401", "a");

    @Test
    void it_begins_with_a_word_that_means_every_message_and_keeps_its_beginning() {
        var begun = Refusal.after(Optional.empty(), UNKNOWN, "a", NOON);
        assertThat(begun).contains(STANDING);
        assertThat(Refusal.after(begun, new Never("it answers HTTP 403", true), "a", NOON.plusSeconds(900)))
                .contains(new Refusal(NOON, NOON.plusSeconds(900), "it answers HTTP 403", "a"));
    }

    @Test
    void what_one_message_is_refused_for_and_what_passes_neither_begins_nor_ends_it() {
        for (Receipt receipt :
                List.of(new Never("too long"), new TryLater(Optional.empty(), "away"), new InDoubt("silence"))) {
            assertThat(Refusal.after(Optional.empty(), receipt, "a", NOON)).isEmpty();
            assertThat(Refusal.after(Optional.of(STANDING), receipt, "a", NOON)).contains(STANDING);
        }
    }

    @Test
    void a_success_ends_it() {
        assertThat(Refusal.after(Optional.of(STANDING), new Delivered(), "a", NOON))
                .isEmpty();
    }

    @Test
    void what_comes_meanwhile_waits_until_it_is_time_to_ask_again_and_so_does_what_asks() {
        var why = "refused since 2030-01-01T12:00:00Z: it answers HTTP 401";
        assertThat(STANDING.spared(NOON.plusSeconds(60)))
                .contains(new TryLater(Optional.of(Duration.ofMinutes(14)), why));
        assertThat(STANDING.spared(NOON.plusSeconds(900))).isEmpty();
        assertThat(STANDING.on(UNKNOWN)).isEqualTo(new TryLater(Optional.of(Duration.ofMinutes(15)), why));
        assertThat(STANDING.on(new Delivered())).isEqualTo(new Delivered());
        assertThat(STANDING.on(new Never("too long"))).isEqualTo(new Never("too long"));
    }
}
