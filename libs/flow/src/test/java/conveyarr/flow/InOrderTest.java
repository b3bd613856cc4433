package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final List<Integer> done = new ArrayList<>();

    @Test
    void one_that_can_never_be_handled_does_not_stop_the_others() {
        InOrder.eachPossible(List.of(1, 2, 3), item -> step(item, new IllegalArgumentException("bad")))
                .await()
                .atMost(SOON);
        assertThat(done).containsExactly(1, 3);
    }

    @Test
    void trouble_that_passes_ends_the_round() {
        var away = new UncheckedIOException(new java.io.IOException("away"));
        assertThatThrownBy(() -> InOrder.eachPossible(List.of(1, 2, 3), item -> step(item, away))
                        .await()
                        .atMost(SOON))
                .isSameAs(away);
        assertThat(done).containsExactly(1);
    }

    private Uni<Void> step(int item, RuntimeException failure) {
        if (item == 2) {
            throw failure;
        }
        done.add(item);
        return Uni.createFrom().voidItem();
    }
}
