package conveyarr.health.in.web;

import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Visitor;

/**
 * What every page has around it. {@code root} leads from the page back to the root, so that links work under any prefix; {@code page} is the
 * word of its entry in the navigation; {@code notice} is what was done just before, or null; {@code zone} is where its times are read.
 */
public record Frame(String root, String page, Visitor visitor, About about, String notice) {
    /** What runs. */
    public record About(String version, String build, String zone) {}

    public boolean at(String one) {
        return page.equals(one);
    }

    public boolean operator() {
        return visitor != null && visitor.may(Role.OPERATOR);
    }

    public boolean admin() {
        return visitor != null && visitor.may(Role.ADMIN);
    }

    public boolean session() {
        return visitor != null && visitor.proof() == Visitor.Proof.SESSION;
    }
}
