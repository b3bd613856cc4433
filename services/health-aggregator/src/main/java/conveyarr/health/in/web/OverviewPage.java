package conveyarr.health.in.web;

import conveyarr.health.timeline.Tone;
import conveyarr.health.timeline.Words;
import conveyarr.health.view.Moment;
import conveyarr.health.view.OverviewView;
import conveyarr.health.view.OverviewView.NeedsYou;
import conveyarr.health.view.OverviewView.Tile;
import conveyarr.health.view.Row;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Everything at a glance. */
public record OverviewPage(OverviewView view, boolean nothingConfigured) {
    /** A request that waits for a person. */
    public record Need(NeedsYou request) {
        public Moment since() {
            return Moment.of(request.since());
        }

        /** What a person can have done, as on the page of the request. */
        public List<Offer> offers() {
            return request.actions().stream()
                    .flatMap(word -> Offer.named(word).stream())
                    .toList();
        }

        public String title() {
            return request.title() + (request.year() == null ? "" : " (" + request.year() + ")");
        }
    }

    public record Program(Tile tile) {
        public Tone mood() {
            return tone(tile.tone());
        }
    }

    public Tone mood() {
        return tone(view.verdict().tone());
    }

    public List<Need> needs() {
        return view.needsYou().stream().map(Need::new).toList();
    }

    public List<Row> moving() {
        return view.moving().stream().map(Row::new).toList();
    }

    public List<Program> stack() {
        return view.stack().stream().map(Program::new).toList();
    }

    /** Those that are not listed here. */
    public long moreNeeds() {
        return view.counts().needsYou() - view.needsYou().size();
    }

    public long moreMoving() {
        return view.counts().inProgress()
                + view.counts().waiting()
                - view.moving().size();
    }

    /** How long half of the requests took at most, or a dash. */
    public String median() {
        return view.medianSeconds7d() == null ? "-" : Words.time(Duration.ofSeconds(view.medianSeconds7d()));
    }

    private static Tone tone(String word) {
        return Tone.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
