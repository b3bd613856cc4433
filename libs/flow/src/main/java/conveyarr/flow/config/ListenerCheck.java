package conveyarr.flow.config;

import conveyarr.flow.Listeners;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with listeners that would lose, skip or reorder records. */
@Singleton
final class ListenerCheck {
    private final Config config;

    ListenerCheck(Config config) {
        this.config = config;
    }

    /** Before anything is heard. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        var settings =
                new ListenerSettings(name -> config.getOptionalValue(name, String.class), Listeners.channelsOfMany());
        for (String channel : ListenerSettings.channels(config.getPropertyNames())) {
            settings.complaint(channel).ifPresent(sentence -> {
                throw new ConfigurationException(sentence);
            });
        }
    }
}
