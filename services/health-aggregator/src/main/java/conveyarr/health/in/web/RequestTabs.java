package conveyarr.health.in.web;

import conveyarr.health.view.Links;
import conveyarr.health.view.RequestPage;
import conveyarr.health.view.other.Downloads;
import conveyarr.health.view.other.Incoming;
import java.util.List;

/** The page of one request with what may be done for it. */
public record RequestTabs(
        RequestPage page, Tab tab, List<Offer> offers, List<Downloads.Item> downloads, List<Links.Link> links) {
    /** What is chosen: story, raw or hooks; {@code hooks} are found for the last of them alone. */
    public record Tab(String name, List<Incoming.Hook> hooks) {}

    public boolean raw() {
        return tab.name().equals("raw");
    }

    public boolean incoming() {
        return tab.name().equals("hooks");
    }

    public boolean story() {
        return !raw() && !incoming();
    }

    public List<Incoming.Hook> hooks() {
        return tab.hooks();
    }

    /** The address of this very tab, below the root. */
    public String self() {
        return "requests/" + page.row().request().id() + (story() ? "" : "?view=" + tab.name());
    }
}
