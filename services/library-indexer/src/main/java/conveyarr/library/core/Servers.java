package conveyarr.library.core;

import conveyarr.events.MediaId;
import java.util.List;
import java.util.Set;

/** The media servers that there are to ask. */
public record Servers(List<Server> all) {
    /** {@code kinds} are the first words of the media ids that it can be asked for. */
    public record Server(String name, Set<String> kinds) {}

    boolean areThere() {
        return !all.isEmpty();
    }

    List<String> of(MediaId media) {
        return all.stream()
                .filter(server -> server.kinds().contains(media.kind()))
                .map(Server::name)
                .sorted()
                .toList();
    }
}
