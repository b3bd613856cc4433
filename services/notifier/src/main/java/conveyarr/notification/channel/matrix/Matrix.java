package conveyarr.notification.channel.matrix;

import conveyarr.events.EventId;
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
import conveyarr.notification.core.Receipt.Never;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A room of Matrix. The homeserver knows a message again by its transaction id, so one in doubt is sent once more with the same. */
final class Matrix implements Channel, Judge {
    private final ChannelSettings settings;
    private final Post post;

    Matrix(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.post = post;
        settings.url();
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.RESEND;
    }

    @Override
    public Optional<String> wrong(String address) {
        return MatrixKind.isRoom(address) ? Optional.empty() : Optional.of(MatrixKind.ROOM);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        return put(told, to, "", RoomMessage.of(told.text()));
    }

    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public Uni<Receipt> edit(String message, Notification told, Optional<String> to) {
        return put(told, to, message, RoomMessage.of(told.text()).insteadOf(message));
    }

    /** The transaction id is the event's, told apart by room and by what it changes: servers know it by the token alone. */
    private Uni<Receipt> put(Notification told, Optional<String> to, String changes, RoomMessage body) {
        String room = to.orElseGet(() -> settings.need("room"));
        var transaction = EventId.of(told.event(), name() + "|" + room + "|" + changes);
        var path = "/_matrix/client/v3/rooms/" + URLEncoder.encode(room, StandardCharsets.UTF_8)
                + "/send/m.room.message/" + transaction;
        var headers = Map.of("Authorization", "Bearer " + settings.need("token"));
        return post.send(Message.of(HttpMethod.PUT, settings.at("", path), headers, body), this);
    }

    @Override
    public Receipt success(Answer answer) {
        return Optional.ofNullable(answer.json().path("event_id").textValue())
                .<Receipt>map(id -> new Delivered(Optional.of(id)))
                .orElseGet(() -> new Never("it answers, but not as a Matrix homeserver does; is the url right?"));
    }

    @Override
    public Optional<Duration> pause(Answer answer) {
        return Answer.seconds(answer.json().path("retry_after_ms"))
                .map(thousands -> thousands.dividedBy(1000))
                .or(answer::retryAfter);
    }
}
