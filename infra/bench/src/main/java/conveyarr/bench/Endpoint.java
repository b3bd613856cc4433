package conveyarr.bench;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the door is measured against, in a process of its own: an endpoint that reads the body and forgets it ({@code none}), and one that
 * answers when Kafka has acknowledged it with {@code acks=all}, which is not yet a sync to the disk.
 */
final class Endpoint {
    private static final String TOPIC = "bench.direct";

    private Endpoint() {}

    /** Arguments: the port, and the broker or {@code none}. Until SIGTERM. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        boolean forgets = "none".equals(args[1]);
        if (!forgets) {
            makeTopic(args[1]);
        }
        Handler<HttpServerRequest> handler = forgets ? Endpoint::forget : kafka(args[1]);
        var vertx = Vertx.vertx();
        for (int i = 0; i < 2; i++) { // one event loop for each core
            vertx.createHttpServer().requestHandler(handler).listen(Integer.parseInt(args[0]), "127.0.0.1");
        }
        new CountDownLatch(1).await();
    }

    private static void forget(HttpServerRequest request) {
        request.bodyHandler(_ -> request.response().setStatusCode(202).end());
    }

    private static void makeTopic(String bootstrapServers) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Handler<HttpServerRequest> kafka(String bootstrapServers) {
        var producer = new KafkaProducer<byte[], byte[]>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                0,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class));
        return request -> request.bodyHandler(body -> {
            Context context = Vertx.currentContext();
            producer.send(
                    new ProducerRecord<>(TOPIC, body.getBytes()),
                    (_, failure) -> context.runOnContext(_ -> request.response()
                            .setStatusCode(failure == null ? 202 : 503)
                            .end()));
        });
    }
}
