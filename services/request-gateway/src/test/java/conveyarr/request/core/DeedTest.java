package conveyarr.request.core;

import static conveyarr.events.RequestEvent.RequestAction.APPROVE;
import static conveyarr.events.RequestEvent.RequestAction.DECLINE;
import static conveyarr.events.RequestEvent.RequestAction.RETRY;
import static conveyarr.events.RequestEvent.RequestAction.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.request.core.Signal.Word;
import org.junit.jupiter.api.Test;

class DeedTest {
    @Test
    void what_is_approved_or_there_is_not_approved_again_because_seerr_would_set_it_back() {
        assertThat(Deed.of(APPROVE, Word.PENDING)).isEqualTo(new Deed.Do());
        assertThat(Deed.of(APPROVE, Word.DECLINED)).isEqualTo(new Deed.Do());
        assertThat(Deed.of(APPROVE, Word.APPROVED)).isEqualTo(new Deed.Nothing());
        assertThat(Deed.of(APPROVE, Word.AVAILABLE)).isEqualTo(new Deed.Nothing());
        assertThat(Deed.of(APPROVE, Word.FAILED)).isInstanceOf(Deed.Senseless.class);
    }

    @Test
    void a_retry_approves_nothing() {
        assertThat(Deed.of(RETRY, Word.FAILED)).isEqualTo(new Deed.Do());
        assertThat(Deed.of(RETRY, Word.PENDING)).isInstanceOf(Deed.Senseless.class);
        assertThat(Deed.of(RETRY, Word.DECLINED)).isInstanceOf(Deed.Senseless.class);
    }

    @Test
    void what_is_declined_stays_so_and_what_is_there_cannot_be() {
        assertThat(Deed.of(DECLINE, Word.APPROVED)).isEqualTo(new Deed.Do());
        assertThat(Deed.of(DECLINE, Word.DECLINED)).isEqualTo(new Deed.Nothing());
        assertThat(Deed.of(DECLINE, Word.AVAILABLE)).isInstanceOf(Deed.Senseless.class);
    }

    @Test
    void anything_that_is_there_can_be_withdrawn() {
        for (Word state : Word.values()) {
            assertThat(Deed.of(WITHDRAW, state)).isEqualTo(new Deed.Do());
        }
    }
}
