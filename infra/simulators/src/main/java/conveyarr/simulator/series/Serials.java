package conveyarr.simulator.series;

import java.util.List;

/** The series of the demo, an invented one. */
public final class Serials {
    public static final Series NIGHT_FERRY = new Series(
            990101,
            1490101,
            "tt9901011",
            "The Night Ferry",
            1911,
            "Mystery",
            "Every crossing is a story: the passengers of a small ferry and what they left behind.",
            "",
            List.of(4));

    public static final List<Series> ALL = List.of(NIGHT_FERRY);

    private Serials() {}
}
