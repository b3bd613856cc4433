package conveyarr.notification.channel;

import conveyarr.notification.channel.Reach.Forbidden;
import conveyarr.notification.core.Plain;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClientRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends a message over HTTP: the one place that tells "no byte was sent" (safe to try again) from "sent, but no answer" (in doubt). It
 * follows no redirect and uses each connection once, so that a connection which the receiver is just closing is never taken for a lost
 * message.
 */
@Singleton
public final class Post {
    private static final int LONGEST_REASON = 200;

    private final Vertx vertx;
    private final Wire wire;
    private final Secrets secrets;
    private final Pauses pauses;

    /** {@code limit} is how long an answer may take. */
    @Inject
    public Post(
            Vertx vertx,
            @ConfigProperty(name = "conveyarr.notification.answer-within", defaultValue = "15s") Duration limit) {
        this(vertx, limit, InetAddress::getAllByName);
    }

    Post(Vertx vertx, Duration limit, Reach.Names names) {
        this(vertx, new Wire(vertx, limit, names), new Secrets(Set.of()), new Pauses());
    }

    private Post(Vertx vertx, Wire wire, Secrets secrets, Pauses pauses) {
        this.vertx = vertx;
        this.wire = wire;
        this.secrets = secrets;
        this.pauses = pauses;
    }

    /** The same for one channel, which shows none of its secrets and keeps the pauses that its receiver asks for. */
    Post of(ChannelKind kind, ChannelSettings settings) {
        return new Post(vertx, wire, new Secrets(settings.secrets(kind.secrets())), new Pauses());
    }

    /** The same, showing none of these words either. */
    public Post hiding(Set<String> words) {
        return new Post(vertx, wire, secrets.and(words), pauses);
    }

    /** Never fails. */
    public Uni<Receipt> send(Message message, Judge judge) {
        String place = message.to().getHost();
        var pause = pauses.at(place);
        if (pause.isPresent()) {
            return Uni.createFrom().item(new TryLater(pause, place + " asked to be left alone for a while"));
        }
        return wire.connect(message)
                .onItemOrFailure()
                .transformToUni((request, refused) -> refused == null
                        ? deliver(request, message, judge)
                        : Uni.createFrom().item(notSent(place, refused)));
    }

    private Uni<Receipt> deliver(HttpClientRequest request, Message message, Judge judge) {
        String place = message.to().getHost();
        return wire.exchange(request, message)
                .map(answer -> new Answer(answer.status(), answer.headers(), secrets.hide(answer.body())))
                .invoke(answer -> judge.pause(answer).ifPresent(pause -> pauses.keep(place, pause)))
                .map(answer -> Verdict.on(answer, judge))
                .onFailure()
                .recoverWithItem(failure -> lost(place, failure));
    }

    /** For channels that do not speak HTTP: nothing, or a failure when the host must not be called or has no address. */
    public Uni<Void> reach(String host) {
        return wire.addresses(host).replaceWithVoid();
    }

    /** What a failure means that came before the message went out. */
    public Receipt notSent(String place, Throwable refused) {
        return refused instanceof Forbidden
                ? new Never(refused.getMessage())
                : new TryLater(Optional.empty(), "no connection to " + place + why(refused));
    }

    /** What a failure means that came after. */
    public Receipt lost(String place, Throwable failure) {
        return new InDoubt(place + " took the message and gave no answer" + why(failure));
    }

    public Vertx vertx() {
        return vertx;
    }

    /** How long an answer may take. */
    public Duration limit() {
        return wire.limit();
    }

    /** One line without our secrets. */
    public String quote(String text) {
        return Plain.line(secrets.hide(text), LONGEST_REASON);
    }

    private String why(Throwable failure) {
        return " (" + quote(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage())
                + ")";
    }
}
