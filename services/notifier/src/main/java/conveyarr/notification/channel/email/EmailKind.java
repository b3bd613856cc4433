package conveyarr.notification.channel.email;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Opens e-mail: {@code host} and {@code port} (587) of the SMTP server, {@code user} and {@code password} if it asks for them, {@code from}
 * and {@code to} (several with commas between); {@code tls} is {@code starttls} (usual), {@code tls} (usual for port 465) or {@code none};
 * {@code trust} is a PEM file for a certificate of one's own.
 */
@ApplicationScoped
class EmailKind implements ChannelKind {
    static final String ADDRESS = "must be an e-mail address, such as you@example.org";

    private static final Set<String> TLS = Set.of("starttls", "tls", "none");

    static boolean isAddress(String text) {
        return text.matches("([^<>\"\\r\\n@]{0,80}<)?[^\\s<>\"@,;]{1,64}@[^\\s<>\"@,;]{1,255}>?")
                && text.contains("<") == text.endsWith(">");
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return settings.find("user").isPresent()
                ? Set.of("host", "from", "to", "user", "password")
                : Set.of("host", "from", "to");
    }

    @Override
    public Set<String> takes() {
        return Set.of("port", "user", "password", "tls", "trust");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("password");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!isAddress(settings.need("from"))) {
            throw settings.wrong("from", ADDRESS);
        }
        List<String> to = List.of(settings.need("to").split("\\s*,\\s*"));
        if (!to.stream().allMatch(EmailKind::isAddress)) {
            throw settings.wrong("to", ADDRESS + "; several have commas between them");
        }
        if (!settings.find("port").orElse("587").matches("[1-9]\\d{0,4}")) {
            throw settings.wrong("port", "must be a number from 1 to 65535");
        }
        if (!TLS.contains(settings.find("tls").orElse("starttls"))) {
            throw settings.wrong("tls", "must be starttls, tls or none");
        }
        return new Email(settings, to, post);
    }
}
