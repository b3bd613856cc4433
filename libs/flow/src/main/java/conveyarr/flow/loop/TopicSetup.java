package conveyarr.flow.loop;

import conveyarr.events.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing. Every service makes all of them, so that the order of starting does not matter. */
public final class TopicSetup {
    private static final String FOR_EVER = "-1";
    private static final String THIRTY_DAYS = Long.toString(30L * 24 * 60 * 60 * 1000);
    private static final List<String> SERVICES = List.of(
            "request-gateway",
            "acquisition-coordinator",
            "download-watcher",
            "library-indexer",
            "notifier",
            "health-aggregator");

    private TopicSetup() {}

    /** Throws what the broker answers, except that a topic is already there. */
    public static void ensure(KafkaAccess kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka.admin())) {
            var there = admin.listTopics().names().get();
            var missing = all(kafka.replicas())
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            for (var answer : admin.createTopics(missing).values().values()) {
                existing(answer::get);
            }
        }
    }

    private interface Answer {
        Void get() throws ExecutionException, InterruptedException;
    }

    private static void existing(Answer answer) throws ExecutionException, InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Stream<NewTopic> all(short replicas) {
        var topics = new ArrayList<NewTopic>();
        Topics.MEDIA.forEach(name -> topics.add(topic(name, Topics.PARTITIONS, replicas, kept(FOR_EVER))));
        // Raw hooks carry names and addresses of people, and are only needed until their translation is known to be
        // right.
        topics.add(topic(Topics.HOOKS, Topics.PARTITIONS, replicas, kept(THIRTY_DAYS)));
        topics.add(topic(Topics.HEALTH, 1, replicas, kept(THIRTY_DAYS)));
        topics.add(topic(Topics.TIMELINES, Topics.PARTITIONS, replicas, compacted()));
        topics.add(topic(Topics.RELAYS, Publisher.MARKERS, replicas, compacted()));
        SERVICES.forEach(service -> topics.add(topic(Topics.dead(service), 1, replicas, kept(FOR_EVER))));
        return topics.stream();
    }

    private static Map<String, String> kept(String retention) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, retention);
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** All take what our producers may send, which is more than a broker takes by default: a hook may end as a dead letter. */
    private static NewTopic topic(String name, int partitions, short replicas, Map<String, String> keeping) {
        var settings = new HashMap<>(keeping);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaAccess.LARGEST_RECORD));
        return new NewTopic(name, partitions, replicas).configs(settings);
    }
}
