package conveyarr.health.in.web;

import conveyarr.health.core.access.Visitor;
import jakarta.enterprise.context.RequestScoped;

/** Who makes the call at hand; set once the filter knows. */
@RequestScoped
public class Visit {
    private Visitor visitor;

    public Visitor visitor() {
        return visitor;
    }

    public void by(Visitor known) {
        visitor = known;
    }
}
