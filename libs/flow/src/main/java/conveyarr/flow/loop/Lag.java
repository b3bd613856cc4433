package conveyarr.flow.loop;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records a consumer group has yet to handle, by topic. */
public final class Lag implements AutoCloseable {
    private final Admin admin;

    public Lag(KafkaAccess access) {
        this.admin = Admin.create(access.admin());
    }

    /** Of the partitions of which the group has handled anything. */
    public Uni<Map<String, Long>> of(String group) {
        return Uni.createFrom().completionStage(() -> stage(group));
    }

    private CompletionStage<Map<String, Long>> stage(String group) {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .toCompletionStage()
                .thenCompose(handled -> handled.isEmpty()
                        ? CompletableFuture.completedStage(Map.of())
                        : ends(handled).thenApply(ends -> lag(handled, ends)));
    }

    private CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends(
            Map<TopicPartition, OffsetAndMetadata> handled) {
        var wanted = handled.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, _ -> (OffsetSpec) OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().toCompletionStage();
    }

    static Map<String, Long> lag(
            Map<TopicPartition, OffsetAndMetadata> handled, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        var lag = new HashMap<String, Long>();
        handled.forEach((partition, at) -> {
            var end = ends.get(partition);
            if (at != null && end != null) {
                lag.merge(partition.topic(), Math.max(0, end.offset() - at.offset()), Long::sum);
            }
        });
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
