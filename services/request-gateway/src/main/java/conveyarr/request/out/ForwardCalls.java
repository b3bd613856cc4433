package conveyarr.request.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import conveyarr.request.core.Choice;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.Forwarding;
import conveyarr.request.core.KeptHook;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends copies of hooks to where they went before us, with the header that the receiver knows, and signed as Standard Webhooks 1.0 has it with the
 * instance's hook key. At least once: the receiver knows a copy again by its {@code webhook-id}, the receipt. After three days without
 * success one is given up.
 */
public final class ForwardCalls {
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final String HMAC = "HmacSHA256";

    private final HookRows hooks;
    private final ConnectionRows connections;
    private final CopyRows copies;
    private final UnaryOperator<String> keys;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(); // follows no redirect

    /** {@code keys} gives the hook key of an instance. */
    public ForwardCalls(HookRows hooks, ConnectionRows connections, CopyRows copies, UnaryOperator<String> keys) {
        this.hooks = hooks;
        this.connections = connections;
        this.copies = copies;
        this.keys = keys;
    }

    public Uni<Void> send(UUID receipt) {
        return hooks.find(receipt).chain(found -> found.map(this::forward)
                .orElseGet(() -> copies.is(receipt, "GIVEN_UP", "the hook is not kept any more")));
    }

    private Uni<Void> forward(KeptHook hook) {
        Delivery delivery = hook.delivery();
        if (delivery.receivedAt().isBefore(Instant.now().minus(PATIENCE))) {
            return copies.is(delivery.receipt(), "GIVEN_UP", "not taken in three days");
        }
        return connections.of(delivery.instance()).chain(choice -> choice.flatMap(Choice::forwarding)
                .map(to -> send(delivery, to))
                .orElseGet(() -> copies.is(delivery.receipt(), "GIVEN_UP", "nothing is forwarded any more")));
    }

    private Uni<Void> send(Delivery delivery, Forwarding to) {
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request(delivery, to), HttpResponse.BodyHandlers.discarding()))
                .map(HttpResponse::statusCode)
                .chain(status -> status / 100 == 2
                        ? copies.is(delivery.receipt(), "SENT", null)
                        : Uni.createFrom().failure(new IllegalStateException("answered with HTTP " + status)))
                .onFailure()
                .call(failure -> copies.is(delivery.receipt(), "WAITING", String.valueOf(failure.getMessage())));
    }

    private HttpRequest request(Delivery delivery, Forwarding to) {
        String id = delivery.receipt().toString();
        String now = Long.toString(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(to.target())
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Conveyarr")
                .header("webhook-id", id)
                .header("webhook-timestamp", now)
                .header("webhook-signature", "v1," + sign(delivery, id + "." + now + "."))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        to.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private String sign(Delivery delivery, String before) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(keys.apply(delivery.instance()).getBytes(UTF_8), HMAC));
            mac.update(before.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(delivery.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
