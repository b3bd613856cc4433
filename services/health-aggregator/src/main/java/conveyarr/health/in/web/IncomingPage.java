package conveyarr.health.in.web;

import conveyarr.health.Neighbours;
import conveyarr.health.view.other.Incoming;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The hooks that came in, as they were asked for; {@code trouble} says why there are none to show, or is null. */
public record IncomingPage(Incoming incoming, List<String> sources, Asked asked, String trouble) {
    private static final List<String> RESULTS =
            List.of("STORED", "DUPLICATE", "NOT_UNDERSTOOD", "QUARANTINED", "REJECTED");

    /** What a visitor chose. */
    public static class Asked {
        @RestQuery
        String source;

        @RestQuery
        String type;

        @RestQuery
        String result;

        @RestQuery
        String q;

        @RestQuery
        String after;

        public String source() {
            return source == null ? "" : source;
        }

        /** In the word of the program, such as {@code Download}. */
        public String type() {
            return type == null ? "" : type.strip();
        }

        public String result() {
            return result == null ? "" : result;
        }

        public String text() {
            return q == null ? "" : q;
        }

        public boolean filtered() {
            return !(source() + type() + result() + text()).isBlank();
        }

        /** The same question for the API and for our own address. */
        public String query() {
            return "source=" + Neighbours.part(source()) + "&type=" + Neighbours.part(type()) + "&result="
                    + Neighbours.part(result()) + "&q=" + Neighbours.part(text());
        }

        String page() {
            return after == null ? "" : "&after=" + Neighbours.part(after);
        }
    }

    public List<String> results() {
        return RESULTS;
    }

    public String self() {
        return "events?" + asked.query() + asked.page();
    }

    public String older() {
        return incoming.next() == null ? null : "events?" + asked.query() + "&after=" + incoming.next();
    }
}
