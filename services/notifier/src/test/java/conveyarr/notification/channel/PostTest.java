package conveyarr.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.notification.Receiver;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where messages do not go, however it is written. */
class PostTest {
    @Test
    void a_link_local_address_is_refused_in_every_form() {
        for (String host : List.of(
                "169.254.169.254",
                "2852039166",
                "[fe80::1]",
                "[::ffff:169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]")) {
            assertThat(send(ChannelContract.POST, "http://" + host + "/latest/meta-data"))
                    .isInstanceOf(Never.class);
        }
        assertThat(send(ChannelContract.POST, "http://ntfy.sh@169.254.169.254/"))
                .isInstanceOf(Never.class);
    }

    /** The name service may say another thing each time; what was looked at is what is called. */
    @Test
    void a_name_that_leads_elsewhere_the_next_time_leads_nowhere() throws UnknownHostException {
        var asked = new AtomicInteger();
        var loopback = InetAddress.getByName("127.0.0.1");
        var metadata = InetAddress.getByName("169.254.169.254");
        var post = new Post(Vertx.vertx(), Duration.ofSeconds(5), _ ->
                new InetAddress[] {asked.getAndIncrement() == 0 ? loopback : metadata});
        try (var receiver = new Receiver(Receiver.answer(200, ""))) {
            String url = "http://rebinding.example:" + receiver.url().getPort() + "/";
            assertThat(send(post, url)).isInstanceOf(Delivered.class);
            assertThat(receiver.taken().getFirst().headers().get("Host")).startsWith("rebinding.example:");
            assertThat(asked).hasValue(1);
            assertThat(send(post, url))
                    .isEqualTo(new Never("rebinding.example is a link-local address, where no message goes"));
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    void a_name_with_one_bad_address_is_bad_and_one_that_does_not_answer_is_passed_over() throws UnknownHostException {
        var loopback = InetAddress.getByName("127.0.0.1");
        var elsewhere = InetAddress.getByName("127.0.0.2"); // nobody listens there
        try (var receiver = new Receiver(Receiver.answer(200, ""))) {
            String url = "http://two.example:" + receiver.url().getPort() + "/";
            var both = new Post(Vertx.vertx(), Duration.ofSeconds(5), _ -> new InetAddress[] {elsewhere, loopback});
            assertThat(send(both, url)).isInstanceOf(Delivered.class);
            var bad = new Post(Vertx.vertx(), Duration.ofSeconds(5), _ ->
                    new InetAddress[] {loopback, InetAddress.getByName("fe80::1")});
            assertThat(send(bad, url)).isInstanceOf(Never.class);
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    void a_name_that_nobody_knows_may_be_known_later() {
        var post = new Post(Vertx.vertx(), Duration.ofSeconds(5), host -> {
            throw new UnknownHostException(host);
        });
        assertThat(send(post, "http://nobody.example/")).isInstanceOf(TryLater.class);
    }

    /** Silence keeps a connection until the limit; it must not keep the others from theirs. */
    @Test
    void a_silent_receiver_holds_up_no_other_message_to_its_host() {
        var post = new Post(Vertx.vertx(), Duration.ofMinutes(1), InetAddress::getAllByName);
        try (var receiver = new Receiver(new Receiver.Behaviour.Silence())) {
            String url = receiver.url().toString();
            var waiting = IntStream.range(0, 20)
                    .mapToObj(_ -> message(post, url).subscribe().with(_ -> {}))
                    .toList();
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(receiver.taken()).hasSize(20));
            receiver.from_now_on(Receiver.answer(200, ""));
            assertThat(message(post, url).await().atMost(Duration.ofSeconds(5))).isInstanceOf(Delivered.class);
            waiting.forEach(Cancellable::cancel);
        }
    }

    private static Uni<Receipt> message(Post post, String url) {
        return post.send(Message.post(URI.create(url), Map.of(), Map.of()), _ -> new Delivered());
    }

    private static Receipt send(Post post, String url) {
        return ChannelContract.wait(message(post, url));
    }
}
