package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Where the inputs go that a service can never handle: its dead-letter topic and, in the same transaction, a row of its own. */
record Cemetery(String service, Flow flow) {
    private static final Logger LOGGER = Logger.getLogger(Cemetery.class);

    Uni<Void> bury(ConsumerRecord<String, byte[]> record, Throwable failure) {
        LOGGER.errorf(
                failure,
                "input.buried service=%s topic=%s partition=%d offset=%d",
                service,
                record.topic(),
                record.partition(),
                record.offset());
        var buried = DeadLetter.of(service, record, failure);
        return flow.inTransaction(tx -> flow.tables()
                .send(tx, buried)
                .chain(() -> flow.upkeep().deadLetters().keep(tx, buried, record)));
    }
}
