package conveyarr.notification.channel.matrix;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.notification.channel.Escape;
import conveyarr.notification.core.Notification.Text;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code m.room.message}. Not an {@code m.notice}, which wakes no phone by the default push rules. The empty {@code m.mentions} says that
 * an {@code @room} in a title is only text.
 */
record RoomMessage(
        String msgtype,
        String body,
        String format,
        @JsonProperty("formatted_body") String html,
        @JsonProperty("m.mentions") Map<String, Object> mentions,
        @JsonProperty("m.new_content") Optional<RoomMessage> content,
        @JsonProperty("m.relates_to") Optional<Relation> relation) {
    private static final int MOST = 4000;

    record Relation(
            @JsonProperty("rel_type") String type,
            @JsonProperty("event_id") String event) {}

    static RoomMessage of(Text text) {
        boolean wordless = text.body().isEmpty();
        return message(
                text.title() + (wordless ? "" : "\n" + text.body()),
                "<b>" + html(text.title()) + "</b>" + (wordless ? "" : "<br>" + html(text.body())));
    }

    /** Clients that do not know changes show the star, as the specification has it. */
    RoomMessage insteadOf(String event) {
        var change = message("* " + body, "* " + html);
        return new RoomMessage(
                msgtype,
                change.body,
                format,
                change.html,
                mentions,
                Optional.of(this),
                Optional.of(new Relation("m.replace", event)));
    }

    private static RoomMessage message(String body, String html) {
        return new RoomMessage(
                "m.text", body, "org.matrix.custom.html", html, Map.of(), Optional.empty(), Optional.empty());
    }

    private static String html(String text) {
        return Escape.within(MOST, text, Escape::html);
    }
}
