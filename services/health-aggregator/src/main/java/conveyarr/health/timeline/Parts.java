package conveyarr.health.timeline;

import conveyarr.events.Episodes;
import conveyarr.events.Episodes.Number;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of a series as people say them. */
final class Parts {
    private Parts() {}

    /** Such as {@code " (season 1, episodes 1-3 and 5)"}; nothing for what has no parts. */
    static String text(Optional<Episodes> episodes) {
        return episodes.map(some -> some.seasons().stream()
                        .map(season -> season(season, some))
                        .collect(Collectors.joining("; ", " (", ")")))
                .orElse("");
    }

    private static String season(int season, Episodes all) {
        var numbers = all.numbers().stream()
                .filter(number -> number.season() == season)
                .map(Number::episode)
                .toList();
        String what = season == 0 ? "special" : "season " + season + ", episode";
        return what + (numbers.size() > 1 ? "s " : " ") + listed(ranges(numbers));
    }

    private static String listed(List<String> ranges) {
        return ranges.size() == 1
                ? ranges.getFirst()
                : String.join(", ", ranges.subList(0, ranges.size() - 1)) + " and " + ranges.getLast();
    }

    private static List<String> ranges(List<Integer> numbers) {
        var ranges = new ArrayList<String>();
        int first = numbers.getFirst();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            boolean goesOn = i + 1 < numbers.size() && numbers.get(i + 1) == number + 1;
            if (!goesOn) {
                ranges.add(first == number ? "" + first : first + "-" + number);
                first = i + 1 < numbers.size() ? numbers.get(i + 1) : first;
            }
        }
        return ranges;
    }
}
