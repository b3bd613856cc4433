package conveyarr.upstream.arr;

import conveyarr.events.DownloadId;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting.Release;
import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the hook, the history and the queue say alike, in our words. */
public final class ArrWords {
    private ArrWords() {}

    /** {@code year} is 0 where the program knows none. */
    public static Title title(String name, int year) {
        return new Title(name == null ? "" : Words.name(name), year > 0 ? Optional.of(year) : Optional.empty());
    }

    /** The year of a date such as {@code 2020-01-01T00:00:00Z}; 0 where there is none. */
    public static int year(String date) {
        return date != null && date.matches("[1-9]\\d{3}-.*") ? Integer.parseInt(date.substring(0, 4)) : 0;
    }

    static Release release(String name, long bytes, String indexer, Optional<Episodes> episodes) {
        return new Release(Words.name(name), bytes, Optional.ofNullable(indexer).map(Words::name), episodes);
    }

    /** The subject of a download that the program cannot match to a title: it has only its id at this instance. */
    static MediaId unmatched(String instance, String download) {
        return MediaId.unmatched(new DownloadId(instance, download.replaceAll("\\s", "_")));
    }

    static NaturalKey blocked(Dialect dialect, String download, List<Work> works) {
        return dialect.holdsSeveral() && !works.isEmpty()
                ? ArrKeys.blocked(download, works.getFirst().number())
                : ArrKeys.blocked(download);
    }

    /** One line each: the file and what is wrong with it. */
    static List<String> reasons(List<Message> messages) {
        return messages == null
                ? List.of()
                : Words.reasons(messages.stream().flatMap(ArrWords::lines).toList());
    }

    private static Stream<String> lines(Message message) {
        String title = message.title() == null ? "" : message.title();
        return message.messages() == null || message.messages().isEmpty()
                ? Stream.of(title)
                : message.messages().stream().map(text -> title.isEmpty() ? text : title + ": " + text);
    }

    record Message(String title, List<String> messages) {}
}
