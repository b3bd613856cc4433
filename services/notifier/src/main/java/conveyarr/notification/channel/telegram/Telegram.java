package conveyarr.notification.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.notification.channel.Answer;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Escape;
import conveyarr.notification.channel.Judge;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A bot that writes to a chat. Telegram does not know a message again, so one in doubt is not repeated. */
final class Telegram implements Channel {
    private static final int MOST_OF_A_TITLE = 500;
    private static final int MOST_OF_A_BODY = 3500;

    private final ChannelSettings settings;
    private final Post post;
    /** Groups that became supergroups have another number since. */
    private final Map<String, String> moved = new ConcurrentHashMap<>();

    Telegram(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.post = post;
        settings.at(ChatMessage.USUAL, "/");
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.DROP;
    }

    @Override
    public Optional<String> wrong(String address) {
        return TelegramKind.isChat(address) ? Optional.empty() : Optional.of(TelegramKind.CHAT);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        Optional<Integer> thread = to.isEmpty() ? settings.find("thread").map(Integer::valueOf) : Optional.empty();
        boolean quiet = told.text().tone() == Tone.INFO;
        return call("sendMessage", ChatMessage.first(chat(to), thread, text(told.text()), quiet), to);
    }

    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public Uni<Receipt> edit(String message, Notification told, Optional<String> to) {
        return call("editMessageText", ChatMessage.again(chat(to), Long.parseLong(message), text(told.text())), to);
    }

    private String chat(Optional<String> to) {
        String chat = to.orElseGet(() -> settings.need("chat"));
        return moved.getOrDefault(chat, chat);
    }

    private Uni<Receipt> call(String method, ChatMessage body, Optional<String> to) {
        var url = settings.at(ChatMessage.USUAL, "/bot" + settings.need("token") + "/" + method);
        return post.send(Message.post(url, Map.of(), body), new Bot(to.orElseGet(() -> settings.need("chat"))));
    }

    private static String text(Text text) {
        String title = Escape.within(MOST_OF_A_TITLE, text.title(), Telegram::escaped);
        String body = Escape.within(MOST_OF_A_BODY, text.body(), Telegram::escaped);
        return "<b>" + title + "</b>" + (body.isEmpty() ? "" : "\n" + body);
    }

    /** A word joiner behind the sign keeps a name in a title from waking whoever has that name in the group. */
    private static String escaped(int codePoint) {
        return codePoint == '@' ? "@\u2060" : Escape.html(codePoint);
    }

    /** How Telegram speaks of one chat. */
    private final class Bot implements Judge {
        private final String chat;

        Bot(String chat) {
            this.chat = chat;
        }

        @Override
        public Receipt success(Answer answer) {
            JsonNode message = answer.json().path("result").path("message_id");
            return answer.json().path("ok").asBoolean() && message.isIntegralNumber()
                    ? new Delivered(Optional.of(message.asText()))
                    : new Never("it answers, but not as Telegram does; is the url right?");
        }

        @Override
        public Optional<Receipt> special(Answer answer) {
            JsonNode said = answer.json();
            JsonNode newChat = said.path("parameters").path("migrate_to_chat_id");
            if (newChat.isIntegralNumber()) {
                moved.put(chat, newChat.asText());
                return Optional.of(new TryLater(
                        Optional.empty(), "the group has become the supergroup " + newChat + ", which is tried next"));
            }
            boolean unchanged =
                    answer.status() == 400 && said.path("description").asText().contains("message is not modified");
            return unchanged ? Optional.of(new Delivered()) : Optional.empty();
        }

        @Override
        public Optional<Duration> pause(Answer answer) {
            return Answer.seconds(answer.json().path("parameters").path("retry_after"))
                    .or(answer::retryAfter);
        }
    }
}
