package conveyarr.flow.http;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where programs reach our door, as the owner says it in {@code conveyarr.hooks.own-url}; otherwise on this machine. */
@Singleton
public final class OwnAddress {
    private final List<String> told;
    private final String port;

    OwnAddress(
            @ConfigProperty(name = "conveyarr.hooks.own-url") Optional<List<String>> told,
            @ConfigProperty(name = "conveyarr.port") Optional<String> port) {
        this.told = told.orElse(List.of()).stream()
                .map(address -> address.strip().replaceFirst("/+$", ""))
                .toList();
        // Kubernetes sets CONVEYARR_PORT to tcp://… for a service of our name.
        this.port = port.filter(text -> text.matches("\\d{1,5}")).orElse("8484");
    }

    /** All that the owner says; without a slash at the end. */
    public List<String> told() {
        return told;
    }

    /** Where the hooks of an instance go, in lines for people to paste. */
    public URI hooks(String instance) {
        return URI.create(hooks() + "/" + instance);
    }

    /** What the instance's name comes behind. */
    public String hooks() {
        return (told.isEmpty() ? "http://127.0.0.1:" + port : told.getFirst()) + "/hooks";
    }
}
