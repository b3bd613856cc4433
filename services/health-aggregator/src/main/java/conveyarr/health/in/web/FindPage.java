package conveyarr.health.in.web;

import conveyarr.health.view.CheckLine;
import conveyarr.health.view.Pending;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that are set up, and one that is tried and saved. */
public record FindPage(List<CheckLine> checks, List<String> kinds, Pending pending, Attempt<Wanted> attempt) {
    public Wanted wanted() {
        return attempt.wanted();
    }

    /** The kinds that can be chosen; one that is saved and not known any more stays among them, so that nothing else is chosen unseen. */
    public List<String> offered() {
        String kind = wanted().kind();
        return kind.isEmpty() || kinds.contains(kind)
                ? kinds
                : Stream.concat(Stream.of(kind), kinds.stream()).toList();
    }

    public boolean chosen(String kind) {
        return kind.equals(wanted().kind());
    }

    public Map<String, String> fields() {
        return attempt.confirmed(wanted().fields(attempt.plan().sealed()));
    }

    public List<String> lines() {
        return wanted().lines();
    }
}
