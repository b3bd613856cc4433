package conveyarr.notification.core.rule;

import conveyarr.events.EventCatalog;
import conveyarr.notification.core.Concern;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Weight;

/**
 * Names events in a rule: {@code *}, {@code needs-you}, {@code news}, {@code steps}, a family such as {@code library.*}, or one event by its
 * name on the wire, such as {@code library.available.v1}.
 */
record Pattern(String text) {
    boolean matches(News news) {
        return matches(news.type(), news.concern());
    }

    boolean matches(String type, Concern concern) {
        return text.equals("*")
                || text.equals(concern.weight().word())
                || text.equals(type)
                || isFamily() && type.startsWith(family());
    }

    /** Whether there is anything that it could name. */
    boolean isKnown() {
        return text.equals("*")
                || Weight.of(text).isPresent()
                || EventCatalog.byWireName(text).isPresent()
                || isFamily()
                        && EventCatalog.all().map(EventCatalog::wireName).anyMatch(name -> name.startsWith(family()));
    }

    private boolean isFamily() {
        return text.endsWith(".*");
    }

    private String family() {
        return text.substring(0, text.length() - 1);
    }
}
