package conveyarr.health.view;

import conveyarr.health.timeline.Cause;
import conveyarr.health.timeline.Stage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens to a title next, and what a person can do for it; empty where all is done. */
final class NextStep {
    private NextStep() {}

    static String of(Stage stage, Cause cause) {
        String known = cause == null
                ? ""
                : Stream.of(cause.next(), cause.you())
                        .filter(words -> !words.isBlank())
                        .map(words -> words.endsWith(".") ? words : words + ".")
                        .collect(Collectors.joining(" "));
        return known.isEmpty() ? usual(stage) : known;
    }

    private static String usual(Stage stage) {
        return switch (stage) {
            case REQUESTED -> "Somebody approves or declines it.";
            case APPROVED -> "It is handed to the program that looks for it.";
            case SEARCHING -> "The download begins as soon as a release is found.";
            case DOWNLOADING -> "It is imported as soon as the download is complete.";
            case IMPORTING -> "Its files go to the library.";
            case INDEXING -> "The media server lists it after its next scan.";
            case NEEDS_YOU, FAILED -> "Nothing happens by itself. Choose what is to be done.";
            case AVAILABLE, DECLINED, WITHDRAWN -> "";
        };
    }
}
