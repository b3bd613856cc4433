package conveyarr.notification.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.notification.channel.Answer;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Judge;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bot of Slack. A message is named {@code <room>/<ts>}, because a room of two has another id than the person that was written to. */
final class SlackBot implements Channel, Judge {
    private static final Set<String> LATER =
            Set.of("ratelimited", "rate_limited", "message_limit_exceeded", "team_added_to_org");
    private static final Set<String> DOUBTFUL =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private final ChannelSettings settings;
    private final Post post;

    SlackBot(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.post = post;
        settings.at("https://slack.com", "/api/");
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
        return SlackKind.isRoom(address) ? Optional.empty() : Optional.of(SlackKind.ROOM);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        String room = to.orElseGet(() -> settings.need("room"));
        return call("chat.postMessage", Blocks.of(told).in(room, Optional.empty()));
    }

    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public Uni<Receipt> edit(String message, Notification told, Optional<String> to) {
        int slash = message.indexOf('/');
        return call(
                "chat.update",
                Blocks.of(told).in(message.substring(0, slash), Optional.of(message.substring(slash + 1))));
    }

    private Uni<Receipt> call(String method, Blocks body) {
        var headers = Map.of(
                "Authorization", "Bearer " + settings.need("token"), "Content-Type", "application/json; charset=utf-8");
        return post.send(Message.post(settings.at("https://slack.com", "/api/" + method), headers, body), this);
    }

    /** Slack says HTTP 200 to nearly everything; the word in the JSON counts. */
    @Override
    public Receipt success(Answer answer) {
        JsonNode said = answer.json();
        String error = said.path("error").asText();
        if (said.path("ok").asBoolean()) {
            return new Delivered(Optional.of(
                    said.path("channel").asText() + "/" + said.path("ts").asText()));
        }
        if (LATER.contains(error)) {
            return new TryLater(pause(answer), "Slack says " + error);
        }
        if (DOUBTFUL.contains(error)) {
            return new InDoubt("Slack says " + error);
        }
        return new Never(
                error.isEmpty()
                        ? "it answers, but not as Slack does; is the url right?"
                        : "Slack says " + post.quote(error));
    }
}
