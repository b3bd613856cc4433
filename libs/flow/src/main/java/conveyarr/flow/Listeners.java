package conveyarr.flow;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The methods that hear a service's topics, found by their channels, so that a record can be handed to the same one again. */
final class Listeners {
    private Listeners() {}

    /** The work of the one that hears this topic for the service; empty when none does in this version. */
    static Optional<Uni<Void>> hand(String service, ConsumerRecord<String, byte[]> record) {
        Config config = ConfigProvider.getConfig();
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> methods(bean)
                        .filter(method -> hears(config, method, service, record.topic()))
                        .map(method -> call(bean, method, record)))
                .findFirst();
    }

    private static Stream<Method> methods(Bean<?> bean) {
        return bean.getBeanClass().getName().startsWith("conveyarr.")
                ? Arrays.stream(bean.getBeanClass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Incoming.class))
                : Stream.empty();
    }

    private static boolean hears(Config config, Method method, String service, String topic) {
        String channel =
                "mp.messaging.incoming." + method.getAnnotation(Incoming.class).value();
        return config.getOptionalValue(channel + ".topic", String.class)
                        .filter(topic::equals)
                        .isPresent()
                && config.getOptionalValue(channel + ".group.id", String.class)
                        .filter(service::equals)
                        .isPresent();
    }

    @SuppressWarnings("unchecked")
    private static Uni<Void> call(Bean<?> bean, Method method, ConsumerRecord<String, byte[]> record) {
        var manager = Arc.container().beanManager();
        Object listener = ClientProxy.unwrap(
                manager.getReference(bean, bean.getBeanClass(), manager.createCreationalContext(bean)));
        try {
            method.setAccessible(true);
            return (Uni<Void>) method.invoke(listener, record);
        } catch (InvocationTargetException e) {
            return Uni.createFrom().failure(e.getCause());
        } catch (IllegalAccessException e) {
            return Uni.createFrom().failure(e);
        }
    }
}
