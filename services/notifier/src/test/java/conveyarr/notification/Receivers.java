package conveyarr.notification;

import static java.util.Map.entry;

import conveyarr.notification.Receiver.Behaviour;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The two channels of the service under test: a webhook called {@code home} and an ntfy topic called {@code phone}. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {
    static final Behaviour.Answer WEBHOOK_YES = new Behaviour.Answer(204, Map.of(), "");
    static final Behaviour NTFY_YES = Receiver.answer(200, "{\"id\":\"hwQ2YpKdmg1R\",\"event\":\"message\"}");

    static Receiver home;
    static Receiver phone;
    private static Path data;

    static Path data() {
        return data;
    }

    @Override
    public Map<String, String> start() {
        home = new Receiver(WEBHOOK_YES);
        phone = new Receiver(NTFY_YES);
        try {
            data = Files.createTempDirectory("conveyarr-notifier");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.ofEntries(
                entry("conveyarr.data", data.toString()),
                entry("conveyarr.channels.home.kind", "webhook"),
                entry("conveyarr.channels.home.url", home.url().toString()),
                entry("conveyarr.channels.home.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
                entry("conveyarr.channels.phone.kind", "ntfy"),
                entry("conveyarr.channels.phone.url", phone.url().resolve("/").toString()),
                entry("conveyarr.channels.phone.topic", "media"),
                entry("conveyarr.notification.pauses", "200ms,200ms,200ms,200ms,200ms,200ms"),
                entry("conveyarr.notification.answer-within", "1s"),
                entry("conveyarr.notification.claim-grace", "10s"),
                entry("conveyarr.notification.hold", "1s"),
                entry("conveyarr.notification.season-pause", "2s"),
                entry("conveyarr.notification.season-most", "10s"),
                entry("conveyarr.notification.storm-pause", "2s"),
                entry("conveyarr.notification.count-every", "1s"),
                entry("conveyarr.notification.retry-look-every", "1s"));
    }

    @Override
    public void stop() {
        home.close();
        phone.close();
    }
}
