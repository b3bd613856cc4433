package conveyarr.health;

import conveyarr.simulator.gluetun.Gluetun;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** A Gluetun that answers, a second one whose key is wrong, a Radarr that is away, a Seerr without a key, a gateway that knows people, and an identity provider. */
public final class SimulatedPrograms implements QuarkusTestResourceLifecycleManager {
    private static final Semaphore HEARS = new Semaphore(1);

    private static Gluetun gluetun;
    private static IdentityServer identities;
    private static SimulatedNotifier notifier;
    private Site gateway;

    static Gluetun gluetun() {
        return gluetun;
    }

    /** While {@code deed} is done, request-gateway does not say which process it is. */
    static void whileTheGatewayHangs(Runnable deed) {
        HEARS.acquireUninterruptibly();
        try {
            deed.run();
        } finally {
            HEARS.release();
        }
    }

    private static void heard() {
        HEARS.acquireUninterruptibly();
        HEARS.release();
    }

    public static SimulatedNotifier notifier() {
        return notifier;
    }

    static IdentityServer identities() {
        return identities;
    }

    @Override
    public Map<String, String> start() {
        identities = new IdentityServer();
        try {
            gluetun = new Gluetun(Files.createTempDirectory("conveyarr-health-test"), 0, "vpn-key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gateway = new Site(0)
                .on(
                        "GET",
                        "/api/v1/people",
                        call -> EmbeddedStack.API_KEY.equals(call.header("X-Api-Key"))
                                ? Reply.json(Map.of("p_ana", "ana"))
                                : Reply.text(401, "no"))
                .on(
                        "GET",
                        "/api/v1/events/incoming/counts",
                        _ -> Reply.json(Map.of("received", 31, "stored", 30, "rejected", 1, "results", Map.of())))
                .on("GET", "/api/v1/process", _ -> {
                    heard();
                    return Reply.text(404, "no");
                })
                .open();
        notifier = new SimulatedNotifier();
        return Map.ofEntries(
                Map.entry("conveyarr.request.url", gateway.url().toString()),
                Map.entry("conveyarr.notification.url", notifier.url()),
                Map.entry("conveyarr.access.public-url", "https://flow.example.org/"),
                Map.entry("conveyarr.access.oidc.url", identities.url()),
                Map.entry("conveyarr.access.oidc.client-id", IdentityServer.CLIENT),
                Map.entry("conveyarr.access.oidc.client-secret", IdentityServer.SECRET),
                Map.entry("conveyarr.health.probe-every", "1s"),
                Map.entry("conveyarr.health.vpn-every", "1s"),
                // So that nothing but the wish of a person looks at them again.
                Map.entry("conveyarr.health.services-every", "1h"),
                Map.entry("conveyarr.upstreams.gluetun.url", gluetun.url().toString()),
                Map.entry("conveyarr.upstreams.gluetun.api-key", gluetun.apiKey()),
                Map.entry("conveyarr.upstreams.vpn-2.kind", "gluetun"),
                Map.entry("conveyarr.upstreams.vpn-2.url", gluetun.url().toString()),
                Map.entry("conveyarr.upstreams.vpn-2.api-key", "wrong"),
                Map.entry("conveyarr.upstreams.radarr.url", "http://127.0.0.1:" + Ports.free()),
                Map.entry("conveyarr.upstreams.radarr.api-key", "key"),
                Map.entry("conveyarr.upstreams.seerr.url", "http://127.0.0.1:1"));
    }

    @Override
    public void stop() {
        gateway.close();
        notifier.close();
        identities.close();
        gluetun.close();
    }
}
