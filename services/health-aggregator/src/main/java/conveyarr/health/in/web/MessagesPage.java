package conveyarr.health.in.web;

import conveyarr.events.EventCatalog;
import conveyarr.health.view.Pending;
import conveyarr.health.view.other.Messages;
import java.util.List;

/** Channels, rules and mutes; {@code trouble} says why they are not known, and is null otherwise. */
public record MessagesPage(Messages messages, Tried tried, String trouble, Pending pending) {
    /** What a channel said when it was tried just now; null when none was. */
    public record Tried(String channel, boolean ok, String words) {}

    /** The events whose words can be changed. */
    public List<String> types() {
        return EventCatalog.all().map(EventCatalog::wireName).sorted().toList();
    }
}
