package conveyarr.testkit.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import conveyarr.events.Topics;
import conveyarr.flow.Effect;
import conveyarr.flow.ServiceContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the services declare in their package-info, and what their code really does. */
public final class Contracts {
    /** In the order of the flow. */
    private static final List<String> WORDS =
            List.of("request", "acquisition", "download", "library", "notification", "health");

    private Contracts() {}

    /** The declared contracts by the word of the service. */
    public static Map<String, ServiceContract> declared() {
        var contracts = new LinkedHashMap<String, ServiceContract>();
        for (String word : WORDS) {
            try {
                var info = Class.forName("conveyarr." + word + ".package-info");
                contracts.put(word, info.getAnnotation(ServiceContract.class));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the service " + word + " has no package-info with a contract", e);
            }
        }
        return contracts;
    }

    /**
     * The topics that a service listens to: {@code @Incoming("download-acquisitions")} is conveyarr.acquisitions. A service with a Kafka Streams
     * topology reads all media topics with it; {@code @Incoming("health-events")} is one listener for all topics with events.
     */
    public static Set<String> heard(JavaClasses classes, String word) {
        var listened = of(classes, word).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Incoming.class))
                .map(JavaMethod::reflect)
                .map(method -> "conveyarr."
                        + method.getAnnotation(Incoming.class).value().substring(word.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (listened.remove("conveyarr.events")) {
            listened.addAll(Topics.EVENTS);
        }
        if (of(classes, word).stream().anyMatch(Contracts::buildsTopology)) {
            listened.addAll(Topics.MEDIA);
        }
        return listened;
    }

    private static boolean knowsEffect(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().isAssignableTo(Effect.class));
    }

    private static boolean buildsTopology(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().getName().equals("org.apache.kafka.streams.StreamsBuilder"));
    }

    /**
     * The topics whose events a service tells: those that are made in a package that knows {@link Effect}, for without it nothing can be
     * told. (The timeline makes events too, to keep them shorter.)
     */
    public static Set<String> told(JavaClasses classes, String word) {
        Set<String> telling = of(classes, word).stream()
                .filter(Contracts::knowsEffect)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return of(classes, word).stream()
                .filter(type -> telling.contains(type.getPackageName()))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner())
                .filter(type -> type.isAssignableTo(DomainEvent.class))
                .map(type -> EventCatalog.topicOf(type.reflect()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JavaClass> of(JavaClasses classes, String word) {
        return classes.stream()
                .filter(type -> type.getPackageName().startsWith("conveyarr." + word))
                .toList();
    }
}
