package conveyarr.notification.channel.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** What the methods {@code sendMessage} and {@code editMessageText} take. */
record ChatMessage(
        @JsonProperty("chat_id") Object chat,
        @JsonProperty("message_id") Optional<Long> message,
        @JsonProperty("message_thread_id") Optional<Integer> thread,
        String text,
        @JsonProperty("parse_mode") String mode,
        @JsonProperty("link_preview_options") Preview preview,
        @JsonProperty("disable_notification") Optional<Boolean> quiet) {
    static final String USUAL = "https://api.telegram.org";

    record Preview(@JsonProperty("is_disabled") boolean disabled) {}

    static ChatMessage first(String chat, Optional<Integer> thread, String text, boolean quiet) {
        return new ChatMessage(id(chat), Optional.empty(), thread, text, "HTML", new Preview(true), Optional.of(quiet));
    }

    static ChatMessage again(String chat, long message, String text) {
        return new ChatMessage(
                id(chat), Optional.of(message), Optional.empty(), text, "HTML", new Preview(true), Optional.empty());
    }

    private static Object id(String chat) {
        return chat.startsWith("@") ? chat : Long.valueOf(chat);
    }
}
