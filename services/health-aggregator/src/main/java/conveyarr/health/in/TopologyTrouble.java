package conveyarr.health.in;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** The topology never ends by itself: whatever stopped its thread (the broker is away, a lost transaction), the next one goes on from the last commit. */
@Singleton
class TopologyTrouble implements StreamsUncaughtExceptionHandler {
    private static final Logger LOGGER = Logger.getLogger(TopologyTrouble.class);

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOGGER.warnf(failure, "timeline.thread-replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
