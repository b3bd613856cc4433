package conveyarr.flow;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The methods that hear a service's topics, found by their channels, so that a record can be handed to the same one again. */
public final class Listeners {
    private static final String INCOMING = "mp.messaging.incoming.";

    private Listeners() {}

    /** The channels whose method takes many records at a time. */
    public static Set<String> channelsOfMany() {
        return beans().flatMap(Listeners::methods)
                .filter(Listeners::takesMany)
                .map(Listeners::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The work of the one that hears this topic for the service; empty when none does in this version. */
    static Optional<Uni<Void>> hand(String service, ConsumerRecord<String, byte[]> record) {
        Config config = ConfigProvider.getConfig();
        return beans().flatMap(bean -> methods(bean)
                        .filter(method -> hears(config, method, service, record.topic()))
                        .map(method -> call(bean, method, takesMany(method) ? alone(record) : record)))
                .findFirst();
    }

    private static Stream<Bean<?>> beans() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream();
    }

    private static Stream<Method> methods(Bean<?> bean) {
        return bean.getBeanClass().getName().startsWith("conveyarr.")
                ? Arrays.stream(bean.getBeanClass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Incoming.class))
                : Stream.empty();
    }

    private static boolean hears(Config config, Method method, String service, String topic) {
        String channel = INCOMING + channel(method);
        return Stream.of(".topic", ".topics")
                        .flatMap(setting -> config.getOptionalValues(channel + setting, String.class).stream())
                        .anyMatch(topics -> topics.contains(topic))
                && config.getOptionalValue(channel + ".group.id", String.class)
                        .filter(service::equals)
                        .isPresent();
    }

    private static String channel(Method method) {
        return method.getAnnotation(Incoming.class).value();
    }

    private static boolean takesMany(Method method) {
        return method.getParameterTypes()[0] == ConsumerRecords.class;
    }

    private static ConsumerRecords<String, byte[]> alone(ConsumerRecord<String, byte[]> record) {
        var place = new TopicPartition(record.topic(), record.partition());
        return new ConsumerRecords<>(Map.of(place, List.of(record)), Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Uni<Void> call(Bean<?> bean, Method method, Object heard) {
        var manager = Arc.container().beanManager();
        Object listener = ClientProxy.unwrap(
                manager.getReference(bean, bean.getBeanClass(), manager.createCreationalContext(bean)));
        try {
            method.setAccessible(true);
            return (Uni<Void>) method.invoke(listener, heard);
        } catch (InvocationTargetException e) {
            return Uni.createFrom().failure(e.getCause());
        } catch (IllegalAccessException e) {
            return Uni.createFrom().failure(e);
        }
    }
}
