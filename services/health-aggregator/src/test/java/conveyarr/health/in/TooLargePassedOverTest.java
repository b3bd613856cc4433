package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.ProductionExceptionHandlerResponse;
import org.junit.jupiter.api.Test;

class TooLargePassedOverTest {
    @Test
    void only_a_record_that_will_never_be_taken_is_passed_over() {
        assertThat(answer(new RecordTooLargeException("3 MB"))).isEqualTo(ProductionExceptionHandlerResponse.CONTINUE);
        assertThat(answer(new TimeoutException("later"))).isEqualTo(ProductionExceptionHandlerResponse.FAIL);
    }

    private static ProductionExceptionHandlerResponse answer(Exception trouble) {
        var record = new ProducerRecord<>("conveyarr.timelines", new byte[0], new byte[0]);
        return new TooLargePassedOver().handle(null, record, trouble);
    }
}
