package conveyarr.notification.channel.email;

import conveyarr.events.EventId;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Many mail boxes know a message again by its Message-ID, which is the event's, so one in doubt is sent once more, and no more than that. */
final class Email implements Channel {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:;,\"'()]+@[^\\s<>:;,\"'()]+");
    private static final String NO_STARTTLS = "STARTTLS required";

    private final ChannelSettings settings;
    private final List<String> everybody;
    private final MailClient server;
    private final Post post;

    Email(ChannelSettings settings, List<String> everybody, Post post) {
        this.settings = settings;
        this.everybody = everybody;
        this.server = Server.open(settings, post);
        this.post = post;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.RESEND_ONCE;
    }

    @Override
    public Optional<String> wrong(String address) {
        return EmailKind.isAddress(address) ? Optional.empty() : Optional.of(EmailKind.ADDRESS);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        String host = settings.need("host");
        var message = message(told, to.map(List::of).orElse(everybody));
        return post.reach(host)
                .onItemOrFailure()
                .transformToUni((_, refused) ->
                        refused == null ? hand(message, host) : Uni.createFrom().item(post.notSent(host, refused)));
    }

    private Uni<Receipt> hand(MailMessage message, String host) {
        return Uni.createFrom()
                .completionStage(() -> server.sendMail(message).toCompletionStage())
                .ifNoItem()
                .after(Server.limit(post)) // of all commands together as well
                .fail()
                .<Receipt>map(_ -> new Delivered())
                .onFailure()
                .recoverWithItem(failure -> receipt(failure, host));
    }

    private MailMessage message(Notification told, List<String> to) {
        var text = told.text();
        String from = settings.need("from");
        String domain = from.substring(from.indexOf('@') + 1).replace(">", "");
        var id = EventId.of(told.event(), name() + "|" + String.join(",", to));
        return new MailMessage()
                .setFrom(from)
                .setTo(to)
                .setSubject(text.title())
                .setText(text.body().isEmpty() ? text.title() : text.body())
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", "<" + id + "@" + domain + ">")
                        .add("Auto-Submitted", "auto-generated"));
    }

    /** The codes of RFC 5321: 4xx may be otherwise later, 5xx will not. */
    private Receipt receipt(Throwable failure, String host) {
        return switch (failure) {
            case SMTPException said when said.isPermanent() -> new Never(said(said));
            case SMTPException said -> new TryLater(Optional.empty(), said(said));
            case ConnectException _, SSLException _ -> post.notSent(host, failure);
            case Throwable other
            when String.valueOf(other.getMessage()).startsWith(NO_STARTTLS) ->
                new Never(host + " offers no STARTTLS; tls = none would send everything in clear");
            case Throwable other -> post.lost(host, other);
        };
    }

    /** Servers name the recipient, or where they would have forwarded it to. */
    private String said(SMTPException answer) {
        return "it answers " + post.quote(ADDRESS.matcher(answer.getMessage()).replaceAll("***"));
    }
}
