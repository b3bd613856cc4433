package conveyarr.request.core;

import java.util.Optional;

/** A person of a Seerr, and where that person wants to be told of things. {@code account} is the number there. */
public record Person(String ref, String name, Optional<Home> home, Reach reach) {

    /** Empty for one of whom no more is known than the name in a request. */
    public record Home(String instance, long account) {}

    public record Reach(Optional<String> email, Optional<String> discord, Optional<String> telegram) {}

    /** Never shows where somebody can be reached. */
    @Override
    public String toString() {
        return "Person " + ref;
    }
}
