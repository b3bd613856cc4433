package conveyarr.health.in.web;

import conveyarr.health.Trials;
import conveyarr.health.view.CheckLine;
import java.util.List;
import java.util.Locale;

/** The programs that the configuration names, and a try of another one; {@code result} is null when none was made. */
public record FindPage(List<CheckLine> checks, List<String> kinds, Trials.Wanted wanted, Trials.Result result) {
    public boolean chosen(String kind) {
        return kind.equals(wanted.kind());
    }

    public boolean good() {
        return result != null && result.good();
    }

    /** What to put into the environment; the key is not shown again. */
    public List<String> lines() {
        String word = wanted.kind().toUpperCase(Locale.ROOT).replace('-', '_');
        String url = word + "_URL=" + wanted.url();
        return wanted.user().isBlank()
                ? List.of(url, word + "_API_KEY=<the key>")
                : List.of(url, word + "_USERNAME=" + wanted.user(), word + "_PASSWORD=<the password>");
    }
}
