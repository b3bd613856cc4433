package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Download;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Watch;
import conveyarr.events.DomainEvent;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets a test read as a story: given what happened, when this happens, then that follows. */
final class Story {
    private final Watch watch;
    private final List<Publish> told = new ArrayList<>();
    private Download state = new Download.Unknown();
    private List<Effect> effects = List.of();

    private Story(Watch watch) {
        this.watch = watch;
    }

    static Story withPatience(Duration patience) {
        return new Story(new Watch(patience));
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
        effects.forEach(effect -> told.add((Publish) effect));
        return this;
    }

    Story then(Class<? extends Download> expected, DomainEvent... events) {
        assertThat(state).isInstanceOf(expected);
        assertThat(effects).extracting(effect -> ((Publish) effect).event()).containsExactly(events);
        return this;
    }

    List<Publish> told() {
        return told;
    }

    Download state() {
        return state;
    }
}
