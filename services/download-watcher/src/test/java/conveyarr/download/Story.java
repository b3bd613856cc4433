package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Download;
import conveyarr.download.core.Rules;
import conveyarr.download.core.Rules.Progress;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Watch;
import conveyarr.events.DomainEvent;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lets a test read as a story: given what happened, when this happens, then that follows. */
final class Story {
    private final Watch watch;
    private final List<Publish> told = new ArrayList<>();
    private final List<Effect> calls = new ArrayList<>();
    private Download state = new Download.Unknown();
    private List<Effect> effects = List.of();

    private Story(Watch watch) {
        this.watch = watch;
    }

    static Story withPatience(Duration patience) {
        return with(new Rules(progress(patience), List.of(), Set.of(), false, false));
    }

    static Progress progress(Duration patience) {
        return new Progress(
                patience, 1, 0, Duration.ofHours(2), Duration.ZERO, Duration.ofHours(1), Duration.ofHours(6));
    }

    static Story with(Rules rules) {
        return new Story(new Watch(rules));
    }

    Story given(Signal... past) {
        for (Signal signal : past) {
            when(signal);
        }
        return this;
    }

    Story when(Signal signal) {
        var next = watch.on(state, signal);
        state = next.state();
        effects = next.effects();
        effects.forEach(effect -> {
            if (effect instanceof Publish publish) {
                told.add(publish);
            } else {
                calls.add(effect);
            }
        });
        return this;
    }

    Story then(Class<? extends Download> expected, DomainEvent... events) {
        assertThat(state).isInstanceOf(expected);
        assertThat(effects)
                .filteredOn(Publish.class::isInstance)
                .extracting(effect -> ((Publish) effect).event())
                .containsExactly(events);
        return this;
    }

    Story calls(Effect... expected) {
        assertThat(effects).filteredOn(effect -> !(effect instanceof Publish)).containsExactly(expected);
        return this;
    }

    List<Publish> told() {
        return told;
    }

    List<Effect> calls() {
        return calls;
    }

    Download state() {
        return state;
    }
}
