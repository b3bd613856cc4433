package conveyarr.health.view;

import conveyarr.health.timeline.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The state of the whole stack: the worst of what is required. */
public record HealthView(String tone, List<CheckView> checks, String ownNetwork, List<DiskView> disks) {
    /** Nothing is known while our own network is down. Otherwise a check whose failure is bad is one of a program that is required; all others are at most a warning. */
    public static HealthView of(List<CheckView> known, boolean ownNetworkDown) {
        return of(known, ownNetworkDown, List.of());
    }

    public static HealthView of(List<CheckView> known, boolean ownNetworkDown, List<DiskView> disks) {
        var checks = ownNetworkDown ? known.stream().map(CheckView::unseen).toList() : known;
        Tone worst = checks.stream()
                .filter(CheckView::counts)
                .map(CheckView::mood)
                .max(Comparator.naturalOrder())
                .orElse(Tone.OFF);
        // That we run ourselves says nothing of a stack that is not set up.
        boolean nothing = checks.stream().allMatch(CheckView::ours) && worst.compareTo(Tone.WAIT) <= 0;
        return new HealthView((nothing ? Tone.OFF : worst).word(), checks, ownNetworkDown ? "down" : "ok", disks);
    }

    /** No program is configured. */
    public boolean bare() {
        return checks.stream().allMatch(CheckView::ours);
    }

    public List<CheckView> programs() {
        return checks.stream().filter(check -> !check.ours()).toList();
    }

    /** One sentence for the top of the page. */
    public String verdict() {
        if (ownNetwork.equals("down")) {
            return "No program answers: our own network seems to be down. Nothing is held against the programs meanwhile.";
        }
        long bad = checks.stream()
                .filter(check -> check.counts() && check.mood() == Tone.BAD)
                .count();
        long warn = checks.stream()
                .filter(check -> check.counts() && check.mood() == Tone.WARN)
                .count();
        if (bad == 0 && warn == 0 && bare()) {
            return "Nothing is set up yet.";
        }
        if (bad == 0 && warn == 0) {
            return "Everything that is set up answers.";
        }
        return bad > 0
                ? Sentences.things(bad, "thing needs you", "things need you")
                : "Everything that is required answers; something is not as it should be.";
    }

    public Tone mood() {
        return Tone.valueOf(tone.toUpperCase(Locale.ROOT));
    }
}
