package conveyarr.flow.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** What the broker has of some topics: their ids, and where each partition ends. */
record BrokerEnds(Map<String, String> ids, Map<TopicPartition, Long> ends) {

    /** Topics that are not there are made first, as at a start. */
    static BrokerEnds of(KafkaAccess kafka, Set<String> topics) throws ExecutionException, InterruptedException {
        if (topics.isEmpty()) {
            return new BrokerEnds(Map.of(), Map.of());
        }
        TopicSetup.ensure(kafka);
        try (var admin = Admin.create(kafka.admin())) {
            var ids = new HashMap<String, String>();
            var wanted = new HashMap<TopicPartition, OffsetSpec>();
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                ids.put(topic.name(), topic.topicId().toString());
                topic.partitions()
                        .forEach(one ->
                                wanted.put(new TopicPartition(topic.name(), one.partition()), OffsetSpec.latest()));
            }
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(wanted).all().get().forEach((place, end) -> ends.put(place, end.offset()));
            return new BrokerEnds(ids, ends);
        }
    }
}
