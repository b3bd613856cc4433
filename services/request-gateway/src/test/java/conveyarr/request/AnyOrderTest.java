package conveyarr.request;

import static conveyarr.request.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.flow.Effect.Publish;
import conveyarr.request.core.Request;
import conveyarr.request.core.Signal;
import conveyarr.request.core.Signal.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seerr sends its hooks in no certain order, and the poll comes in between: the same is told and known in the end. */
class AnyOrderTest {
    private static final String FULFILLED = "request.fulfilled.v1";

    private static final int APART = 60;
    private static final int LATER = 20;
    private static final int MOST = 7;

    /** What was told, by id, and whether the request counts as declined. */
    private record End(Map<UUID, String> told, boolean withdrawnWhenGone) {}

    static Stream<List<Word>> lives() {
        return Stream.of(
                List.of(Word.PENDING, Word.APPROVED, Word.AVAILABLE),
                List.of(Word.AUTO_APPROVED, Word.APPROVED, Word.AVAILABLE),
                List.of(Word.PENDING, Word.DECLINED, Word.APPROVED),
                List.of(Word.AUTO_APPROVED, Word.FAILED, Word.APPROVED),
                List.of(Word.PENDING, Word.APPROVED, Word.FAILED, Word.DECLINED),
                List.of(Word.DECLINED, Word.APPROVED, Word.DECLINED),
                List.of(Word.DECLINED, Word.APPROVED, Word.DECLINED, Word.APPROVED),
                List.of(Word.AUTO_APPROVED, Word.FAILED, Word.APPROVED, Word.FAILED),
                List.of(Word.FAILED, Word.DECLINED, Word.FAILED, Word.APPROVED));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void every_order_and_every_doubling_ends_the_same(List<Word> life) {
        var expected = end(hooks(life));
        doublings(
                life,
                signals -> inAllOrders(signals, order -> assertThat(end(order)).isEqualTo(expected)));
    }

    /** A late "failed" or "declined" after the end would be news of yesterday: it is told in time or not at all. */
    @ParameterizedTest
    @MethodSource("lives")
    void with_a_happy_end_every_order_ends_fulfilled_and_nothing_is_told_after_that(List<Word> life) {
        List<Word> happy = life.contains(Word.AVAILABLE)
                ? life
                : Stream.concat(life.stream(), Stream.of(Word.AVAILABLE)).toList();
        inAllOrders(hooks(happy), order -> {
            var story = ofARequest().given(order.toArray(Signal[]::new));
            assertThat(story.state()).isEqualTo(new Request.Fulfilled(MATRIX));
            assertThat(story.told()).extracting(one -> one.occurrence().id()).doesNotHaveDuplicates();
            assertThat(story.told().stream().map(AnyOrderTest::name))
                    .startsWith("request.requested.v1")
                    .contains("request.approved.v1")
                    .endsWith(FULFILLED);
        });
    }

    /** The first words reach us by hook alone, the last one by poll or by hook as well, and hooks may be missing. */
    @ParameterizedTest
    @MethodSource("lives")
    void whoever_shows_the_last_word_it_has_the_same_id(List<Word> life) {
        var before = hooks(life.subList(0, life.size() - 1));
        int last = life.size() - 1;
        var byHook = new ArrayList<>(before);
        byHook.add(hookAt(APART * last, life.get(last)));
        var byPoll = new ArrayList<>(before);
        byPoll.add(pollAt(APART * last + LATER, life.get(last)));
        assertThat(end(byPoll).told().keySet()).isEqualTo(end(byHook).told().keySet());
    }

    private static End end(List<Signal> signals) {
        var story = ofARequest().given(signals.toArray(Signal[]::new));
        var told = story.told().stream()
                .collect(Collectors.toMap(
                        one -> one.occurrence().id(), AnyOrderTest::name)); // fails when one is told twice
        story.when(goneAt(APART * signals.size() + APART));
        return new End(told, story.state() instanceof Request.Withdrawn);
    }

    private static String name(Publish told) {
        return told.event().wireName();
    }

    private static List<Signal> hooks(List<Word> life) {
        return IntStream.range(0, life.size())
                .<Signal>mapToObj(i -> hookAt(APART * i, life.get(i)))
                .toList();
    }

    /** Each signal once or twice, the second time by poll, as far as all orders of so many can be tried. */
    private static void doublings(List<Word> life, Consumer<List<Signal>> check) {
        for (int doubled = 0; doubled < 1 << life.size(); doubled++) {
            var signals = new ArrayList<>(hooks(life));
            for (int i = 0; i < life.size(); i++) {
                if ((doubled & 1 << i) != 0) {
                    signals.add(pollAt(APART * i + LATER, life.get(i)));
                }
            }
            if (signals.size() <= MOST) {
                check.accept(signals);
            }
        }
    }

    private static void inAllOrders(List<Signal> signals, Consumer<List<Signal>> check) {
        permute(signals.toArray(Signal[]::new), 0, check);
    }

    private static void permute(Signal[] signals, int from, Consumer<List<Signal>> check) {
        if (from == signals.length) {
            check.accept(Arrays.asList(signals));
            return;
        }
        for (int i = from; i < signals.length; i++) {
            Collections.swap(Arrays.asList(signals), from, i);
            permute(signals, from + 1, check);
            Collections.swap(Arrays.asList(signals), from, i);
        }
    }
}
