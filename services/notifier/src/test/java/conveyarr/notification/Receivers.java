package conveyarr.notification;

import conveyarr.notification.Receiver.Behaviour;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The two channels of the service under test: a webhook called {@code home} and an ntfy topic called {@code phone}. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {
    static final Behaviour.Answer WEBHOOK_YES = new Behaviour.Answer(204, Map.of(), "");
    static final Behaviour NTFY_YES = Receiver.answer(200, "{\"id\":\"hwQ2YpKdmg1R\",\"event\":\"message\"}");

    static Receiver home;
    static Receiver phone;

    @Override
    public Map<String, String> start() {
        home = new Receiver(WEBHOOK_YES);
        phone = new Receiver(NTFY_YES);
        return Map.of(
                "conveyarr.channels.home.kind", "webhook",
                "conveyarr.channels.home.url", home.url().toString(),
                "conveyarr.channels.home.secret", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "conveyarr.channels.phone.kind", "ntfy",
                "conveyarr.channels.phone.url", phone.url().resolve("/").toString(),
                "conveyarr.channels.phone.topic", "media",
                "conveyarr.notification.pauses", "200ms,200ms,200ms",
                "conveyarr.notification.answer-within", "1s",
                "conveyarr.notification.claim-grace", "10s",
                "conveyarr.notification.retry-look-every", "1s");
    }

    @Override
    public void stop() {
        home.close();
        phone.close();
    }
}
