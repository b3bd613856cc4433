package conveyarr.flow.http;

import conveyarr.flow.Watchdog;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks whether every listener is alive; a broker or a database that is away stops none. */
@ApplicationScoped
class ListenerWatch {
    private static final Logger LOGGER = Logger.getLogger(ListenerWatch.class);

    private final HealthCenter health;
    private final Watchdog watchdog;

    ListenerWatch(
            HealthCenter health,
            @ConfigProperty(name = "conveyarr.exit-when-stopped-for", defaultValue = "60s") Duration patience) {
        this.health = health;
        this.watchdog = new Watchdog(patience, ListenerWatch::exit);
    }

    @Scheduled(every = "{conveyarr.listener-look-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<String> stopped = health.getLiveness().getChannels().stream()
                .filter(channel -> !channel.isOk())
                .map(HealthReport.ChannelInfo::getChannel)
                .toList();
        watchdog.saw(stopped, Instant.now());
    }

    private static void exit(String reason) {
        LOGGER.errorf("process.ended: listeners %s; the supervisor is to start it again", reason);
        Restart.end(1);
    }
}
