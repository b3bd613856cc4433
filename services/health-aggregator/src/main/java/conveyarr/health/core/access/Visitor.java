package conveyarr.health.core.access;

/** Who looks at a page: under which name, with which role, and how we know. */
public record Visitor(String name, Role role, Proof proof) {
    /** {@code NONE}: logins are switched off, and everybody who comes is let in. */
    public enum Proof {
        SESSION,
        KEY,
        PROXY,
        NONE
    }

    public boolean may(Role needed) {
        return role.covers(needed);
    }
}
