package conveyarr.request;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.request.core.Course;
import conveyarr.request.core.Request;
import conveyarr.request.core.Signal;
import conveyarr.request.core.Signal.Asked;
import conveyarr.request.core.Signal.Gone;
import conveyarr.request.core.Signal.Seen;
import conveyarr.request.core.Signal.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a test read as a story: given what happened, when this happens, then that follows. */
final class Story {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final RequestId R17 = new RequestId("seerr", 17);
    static final MediaId MATRIX = MediaId.movie(603);
    static final Asked ANA = new Asked("The Matrix", Optional.of(1999), "p_0123456789ab", false, List.of(), NOON);

    private final Course course = new Course(false);
    private final List<Publish> told = new ArrayList<>();
    private Request state = new Request.Unknown();
    private List<Effect> effects = List.of();

    static Story ofARequest() {
        return new Story();
    }

    static Seen hook(Word word) {
        return seen(word, Via.HOOK, NOON);
    }

    static Seen poll(Word word) {
        return seen(word, Via.POLL, NOON.plusSeconds(20));
    }

    /** By a poll in the given month after it was asked for. */
    static Seen pollMonthsLater(Word word, int months) {
        return seen(word, Via.POLL, NOON.plus(Duration.ofDays(30L * months)));
    }

    static Seen hookAt(int second, Word word) {
        return seen(word, Via.HOOK, NOON.plusSeconds(second));
    }

    static Seen pollAt(int second, Word word) {
        return seen(word, Via.POLL, NOON.plusSeconds(second));
    }

    static Gone gone() {
        return goneAt(60);
    }

    static Gone goneAt(int second) {
        return new Gone(
                R17, Occurrence.at(NOON.plusSeconds(second), Via.POLL, "seerr", NaturalKey.of("request-gone", 17)));
    }

    static Story of(Request known) {
        var story = new Story();
        story.state = known;
        return story;
    }

    private static Seen seen(Word word, Via via, Instant at) {
        var occurrence = Occurrence.at(at, via, "seerr", NaturalKey.of("request", 17, word, 1));
        return new Seen(R17, occurrence, MATRIX, word, ANA);
    }

    Story given(Signal... past) {
        for (Signal signal : past) {
            when(signal);
        }
        return this;
    }

    Story when(Signal signal) {
        var next = course.on(state, signal);
        state = next.state();
        effects = next.effects();
        effects.forEach(effect -> told.add((Publish) effect));
        return this;
    }

    Story then(Class<? extends Request> expected, DomainEvent... events) {
        assertThat(state).isInstanceOf(expected);
        assertThat(effects).extracting(effect -> ((Publish) effect).event()).containsExactly(events);
        return this;
    }

    List<Publish> told() {
        return told;
    }

    Request state() {
        return state;
    }
}
