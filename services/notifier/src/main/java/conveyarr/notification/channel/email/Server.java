package conveyarr.notification.channel.email;

import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How the SMTP server is reached. Unless the owner says so, nothing goes over the wire in clear. */
final class Server {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int CONNECT_MILLIS = 5000;
    /** A call ends after a minute, which has to do for the name, the mail and what is written down afterwards. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private Server() {}

    /** Servers that look through a mail before they take it are slower than any other receiver. */
    static Duration limit(Post post) {
        Duration patient = post.limit().multipliedBy(3);
        return patient.compareTo(LONGEST) < 0 ? patient : LONGEST;
    }

    static MailClient open(ChannelSettings settings, Post post) {
        var config = new MailConfig(settings.need("host"), port(settings))
                .setOwnHostname("conveyarr")
                .setUserAgent("Conveyarr")
                .setKeepAlive(false)
                .setPipelining(false) // an answer to each command says which of them was refused
                .setSsl(tls(settings).equals("tls"))
                .setStarttls(tls(settings).equals("starttls") ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(settings.find("user").isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setUsername(settings.find("user").orElse(null))
                .setPassword(settings.find("password").orElse(null));
        limits(config, limit(post));
        // The name in the certificate is looked at as long as no algorithm is set: 4.5.25 takes "HTTPS" for "none".
        settings.find("trust").ifPresent(file -> config.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
        return MailClient.create(post.vertx().getDelegate(), config);
    }

    private static void limits(MailConfig config, Duration answer) {
        config.setConnectTimeout(CONNECT_MILLIS);
        config.setSslHandshakeTimeout(CONNECT_MILLIS).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        config.setIdleTimeout((int) answer.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private static int port(ChannelSettings settings) {
        return settings.find("port").map(Integer::valueOf).orElse(SUBMISSION);
    }

    private static String tls(ChannelSettings settings) {
        return settings.find("tls").orElse(port(settings) == SUBMISSIONS ? "tls" : "starttls");
    }
}
