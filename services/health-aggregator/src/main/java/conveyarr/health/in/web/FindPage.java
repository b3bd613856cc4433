package conveyarr.health.in.web;

import conveyarr.health.view.CheckLine;
import conveyarr.health.view.Pending;
import conveyarr.health.view.other.SavePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that are set up, and one that is tried and saved. */
public record FindPage(List<CheckLine> checks, List<String> kinds, Pending pending, Attempt attempt) {
    /** {@code plan} is null when nothing was tried, or when it cannot be, for which {@code trouble} says why. */
    public record Attempt(Wanted wanted, SavePlan plan, String trouble) {
        static Attempt none(Wanted wanted) {
            return new Attempt(wanted, null, null);
        }
    }

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

    public boolean tried() {
        return attempt.plan() != null;
    }

    public boolean good() {
        return tried() && attempt.plan().tested().good();
    }

    /** How the try went; null when there was none. */
    public String words() {
        return tried() ? attempt.plan().tested().words() : attempt.trouble();
    }

    public Map<String, String> fields() {
        var fields = wanted().fields(attempt.plan().sealed());
        fields.put(Form.TOKEN, attempt.plan().confirmToken());
        if (!good()) {
            fields.put("anyway", "on");
        }
        return fields;
    }

    public List<String> lines() {
        return wanted().lines();
    }
}
