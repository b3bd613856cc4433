package conveyarr.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of all connections in "Settings, Connect", whatever kind they are of: a name is taken once among them. */
record ConnectionNames(List<String> all) {
    private static final String OURS = "Conveyarr";

    static ConnectionNames of(List<JsonNode> connections) {
        return new ConnectionNames(
                connections.stream().map(one -> one.path("name").asText()).toList());
    }

    /** A check names the blocked ones, unless all are. The sentence around the names may be in any language. */
    boolean saysBlocked(String message, String name) {
        return withoutLonger(message, name).contains(name)
                || all.stream().filter(other -> !other.isBlank()).noneMatch(message::contains);
    }

    /** Another name may hold this one, as "Conveyarr (radarr)" holds "Conveyarr". */
    private String withoutLonger(String message, String name) {
        return all.stream()
                .filter(other -> other.contains(name) && !other.equals(name))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(message, (rest, other) -> rest.replace(other, ""));
    }

    /** A name for one more of ours. */
    String free(String instance) {
        return Stream.concat(
                        Stream.of(OURS, OURS + " (" + instance + ")"),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> OURS + " " + i))
                .filter(name -> all.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow();
    }
}
