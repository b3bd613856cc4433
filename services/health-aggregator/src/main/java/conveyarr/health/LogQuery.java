package conveyarr.health;

import java.util.Set;

/** Which events of the log somebody wants; what is empty lets everything through. {@code about} are record keys, such as {@code movie:tmdb:603}. */
public record LogQuery(Set<String> topics, Set<String> kinds, Set<String> about) {
    public static final LogQuery ALL = new LogQuery(Set.of(), Set.of(), Set.of());
}
