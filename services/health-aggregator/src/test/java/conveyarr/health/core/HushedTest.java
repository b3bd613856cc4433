package conveyarr.health.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HushedTest {
    @Test
    void the_sentences_of_the_notifier_are_a_few_words_and_no_time_of_theirs_is_one() {
        assertThat(Hushed.of("muted until 2026-11-20T12:00:00Z")).isEqualTo(Hushed.MUTED);
        assertThat(Hushed.of("happened before this channel was added")).isEqualTo(Hushed.PAST);
        assertThat(Hushed.of("happened before we first looked at its source")).isEqualTo(Hushed.PAST);
        assertThat(Hushed.of("older than 6 hours when first seen")).isEqualTo(Hushed.OLD);
        assertThat(Hushed.of("a newer change of the same message was sent before it"))
                .isEqualTo(Hushed.OUTDATED);
        assertThat(Hushed.of("whatever a later version says")).isEqualTo(Hushed.OTHER);
        assertThat(Hushed.MUTED.word()).isEqualTo("muted");
    }
}
