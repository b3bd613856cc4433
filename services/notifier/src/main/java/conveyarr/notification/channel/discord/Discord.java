package conveyarr.notification.channel.discord;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.notification.channel.Answer;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Escape;
import conveyarr.notification.channel.Judge;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A channel of Discord. A webhook's message carries no id of ours, so one in doubt is not repeated. */
final class Discord implements Channel, Judge {
    private static final int MOST_OF_A_TITLE = 256;
    private static final int MOST_OF_A_DESCRIPTION = 4096;
    /** What Markdown, links, mentions and time stamps are made of. Anything more would show as backslashes in the preview of a phone. */
    private static final String SIGNS = "\\*_~`|<>[]#@";

    private final ChannelSettings settings;
    private final URI url;
    private final Post post;

    Discord(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.url = settings.url();
        this.post = post;
    }

    private record Body(
            String username,
            String content,
            List<Embed> embeds,
            @JsonProperty("allowed_mentions") Mentions mentions) {}

    private record Embed(String title, String description, int color, Instant timestamp) {}

    /** Whom a message may wake: nobody but these, whatever the texts say. */
    private record Mentions(List<String> parse, List<String> users) {}

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.DROP;
    }

    /** A person is mentioned in the one channel that everybody reads. */
    @Override
    public Optional<String> wrong(String address) {
        return address.matches("\\d{5,20}")
                ? Optional.empty()
                : Optional.of("must be the id of a Discord user, digits only");
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        URI address = at("", "wait=true"); // without it a message that is not kept is a success
        return post.send(Message.post(address, Map.of(), body(told, to)), this);
    }

    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public Uni<Receipt> edit(String message, Notification told, Optional<String> to) {
        return post.send(Message.of(HttpMethod.PATCH, at("/messages/" + message, ""), Map.of(), body(told, to)), this);
    }

    private URI at(String more, String query) {
        String thread = settings.find("thread").map(id -> "thread_id=" + id).orElse("");
        String all = query + (query.isEmpty() || thread.isEmpty() ? "" : "&") + thread;
        return url.resolve(url.getRawPath() + more + (all.isEmpty() ? "" : "?" + all));
    }

    private static Body body(Notification told, Optional<String> to) {
        var embed = new Embed(
                Escape.within(MOST_OF_A_TITLE, told.text().title(), Discord::escaped),
                Escape.within(MOST_OF_A_DESCRIPTION, told.text().body(), Discord::escaped),
                color(told.text().tone()),
                told.at());
        return new Body(
                "Conveyarr",
                to.map(person -> "<@" + person + ">").orElse(""),
                List.of(embed),
                new Mentions(List.of(), to.stream().toList()));
    }

    private static String escaped(int codePoint) {
        return SIGNS.indexOf(codePoint) < 0 ? Character.toString(codePoint) : "\\" + (char) codePoint;
    }

    private static int color(Tone tone) {
        return switch (tone) {
            case OK -> 0x57F287;
            case INFO -> 0x5865F2;
            case WARN -> 0xFEE75C;
            case BAD -> 0xED4245;
        };
    }

    @Override
    public Receipt success(Answer answer) {
        return Optional.ofNullable(answer.json().path("id").textValue())
                .<Receipt>map(id -> new Delivered(Optional.of(id)))
                .orElseGet(() -> new Never("it answers, but not as Discord does; is the url right?"));
    }

    /** The longest that any of its words says. A success may say that it was the last one for now. */
    @Override
    public Optional<Duration> pause(Answer answer) {
        var used = Optional.ofNullable(answer.headers().get("X-RateLimit-Remaining"))
                .filter("0"::equals);
        return Stream.of(
                        used.flatMap(_ -> Answer.seconds(answer.headers().get("X-RateLimit-Reset-After"))),
                        Answer.seconds(answer.json().path("retry_after")),
                        answer.retryAfter())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
