package conveyarr.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What an event is about. Events about one subject are read in the order in which they were told. */
public sealed interface Subject permits MediaId, ComponentId {
    /** The record key on the topic. */
    String key();

    /** The subject behind a record key; throws {@link IllegalArgumentException} when the key is neither a media id nor a component. */
    @JsonCreator
    static Subject of(String key) {
        return key.startsWith(ComponentId.PREFIX) ? ComponentId.parse(key) : new MediaId(key);
    }
}
