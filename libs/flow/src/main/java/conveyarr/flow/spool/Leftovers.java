package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that earlier processes left in the folder of a spool. */
record Leftovers(Path folder) {
    static final String ENDING = ".spool";

    /** The first number that no file has. */
    long next() throws IOException {
        List<Path> all = files();
        return all.isEmpty()
                ? 0
                : Long.parseLong(all.getLast().getFileName().toString().replace(ENDING, "")) + 1;
    }

    /**
     * Those with records, oldest first. The last one is read to its end; the others are found out by whoever takes their records, or the door
     * would open late.
     */
    List<Segment> segments() throws IOException {
        var segments = new ArrayList<Segment>();
        for (Path file : files()) {
            Segment segment = Segment.left(file);
            if (segment.length() == 0) {
                segment.delete();
            } else {
                segments.add(segment);
            }
        }
        if (!segments.isEmpty()) {
            readToItsEnd(segments.getLast());
        }
        return segments;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d{20}\\.spool"))
                    .sorted()
                    .toList();
        }
    }

    /** A record that was being written was never acknowledged; anything else that cannot be read may hold acknowledged records. */
    private static void readToItsEnd(Segment segment) throws IOException {
        long size = segment.length();
        long place = 0;
        Optional<byte[]> record = segment.at(0, size);
        while (record.isPresent()) {
            place += Frame.size(record.get());
            record = segment.at(place, size);
        }
        segment.endAt(place);
    }
}
