package conveyarr.health.in;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jboss.logging.Logger;

/** A record that the broker will never take is logged and passed over, so that one title does not hold up all others; the next event of the title tries again. */
public final class TooLargePassedOver implements ProductionExceptionHandler {
    private static final Logger LOGGER = Logger.getLogger(TooLargePassedOver.class);

    @Override
    public ProductionExceptionHandlerResponse handle(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception trouble) {
        if (trouble instanceof RecordTooLargeException) {
            LOGGER.warnf("timeline.too-large topic=%s cause=%s", record.topic(), trouble.getMessage());
            return ProductionExceptionHandlerResponse.CONTINUE;
        }
        return ProductionExceptionHandlerResponse.FAIL;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // nothing to set
    }
}
