package conveyarr.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.channel.ChannelContract;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailTest implements ChannelContract {
    private static final String PASSWORD = "correct-horse-battery";

    @Override
    public ChannelKind kind() {
        return new EmailKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of(
                "host", url.getHost(),
                "port", Integer.toString(url.getPort() < 0 ? 25 : url.getPort()),
                "tls", "none",
                "user", "media",
                "password", PASSWORD,
                "from", "Conveyarr <media@example.org>",
                "to", "alice@example.org, bob@example.org");
    }

    @Override
    public List<String> secrets() {
        return List.of(PASSWORD);
    }

    @Override
    public Optional<String> person() {
        return Optional.of("carol@example.org");
    }

    @Override
    public Place place(Trouble trouble) {
        return place(
                switch (trouble) {
                    case NONE -> Map.of();
                    case CUT -> Map.of(SmtpReceiver.END, SmtpReceiver.CUT);
                    case SILENCE -> Map.of(SmtpReceiver.END, SmtpReceiver.SILENCE);
                    case BUSY -> Map.of("RCPT", "451 greylisted, try again later");
                    case REFUSAL -> Map.of("RCPT", "550 no such user");
                });
    }

    private static Place place(Map<String, String> answers) {
        var receiver = new SmtpReceiver(null, answers);
        return new Place() {
            @Override
            public URI url() {
                return receiver.url();
            }

            @Override
            public List<String> taken() {
                return receiver.taken().stream()
                        .map(mail -> mail.envelope() + "\n" + mail.text())
                        .toList();
            }

            @Override
            public void close() {
                receiver.close();
            }
        };
    }

    /** The date is of each try. */
    @Override
    public String identity(String taken) {
        return taken.replaceAll("(?m)^Date: .*$", "");
    }

    @Test
    void the_mail_is_plain_text_with_an_id_that_the_event_gives_it() {
        try (var receiver = new SmtpReceiver(null, Map.of())) {
            send(receiver.url(), AVAILABLE);
            var mail = receiver.taken().getFirst();
            assertThat(mail.envelope())
                    .endsWith(
                            "MAIL FROM:<media@example.org>",
                            "RCPT TO:<alice@example.org>",
                            "RCPT TO:<bob@example.org>");
            assertThat(mail.lines())
                    .contains(
                            "From: Conveyarr <media@example.org>",
                            "To: alice@example.org,bob@example.org",
                            "Subject: Available: The Matrix (1999)",
                            "Auto-Submitted: auto-generated",
                            "Message-ID: <2389d1ef-d677-52e3-9fdb-5a848ba84fb6@example.org>",
                            "Content-Type: text/plain",
                            "Ready to watch in jellyfin.");
        }
    }

    @Test
    void markup_is_plain_text_and_a_title_adds_no_header() {
        try (var receiver = new SmtpReceiver(null, Map.of())) {
            send(receiver.url(), HOSTILE);
            assertThat(receiver.taken().getFirst().lines())
                    .contains("Subject: @everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1")
                    .contains("_b_ <@123> `c` \"q\" \\ @room")
                    .noneMatch(line -> line.startsWith("X-Evil"));
        }
    }

    @Test
    void each_person_has_a_mail_with_an_id_of_its_own() {
        try (var receiver = new SmtpReceiver(null, Map.of())) {
            var channel = open(receiver.url());
            ChannelContract.wait(channel.send(AVAILABLE, Optional.empty()));
            ChannelContract.wait(channel.send(AVAILABLE, person()));
            assertThat(receiver.taken().getLast().envelope()).endsWith("RCPT TO:<carol@example.org>");
            assertThat(receiver.taken().stream()
                            .flatMap(mail -> mail.lines().stream())
                            .filter(line -> line.startsWith("Message-ID")))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void four_is_for_later_and_five_is_for_ever_at_every_step() {
        for (String step : List.of("AUTH", "MAIL", "RCPT", "DATA", SmtpReceiver.END)) {
            assertThat(after(step, "451 4.3.0 not now")).as(step).isInstanceOf(TryLater.class);
            assertThat(after(step, "554 5.7.1 no")).as(step).isInstanceOf(Never.class);
            assertThat(after(step, SmtpReceiver.CUT)).as(step).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void a_server_that_looks_through_the_mail_first_gets_its_time() {
        assertThat(after(SmtpReceiver.END, SmtpReceiver.SCAN)).isInstanceOf(Delivered.class);
    }

    /** What it says becomes the reason of an event, which all can read. */
    @Test
    void whose_mail_was_refused_is_nobody_elses_business() {
        var never =
                (Never) after("RCPT", "550 5.1.1 <Alice@example.org>: no such user, forwarded to al.i-ce@home.example");
        assertThat(never.reason()).contains("550 5.1.1", "no such user").doesNotContainIgnoringCase("example", "ali");
        var later = (TryLater) after("RCPT", "451 " + "x".repeat(185) + " alice@example.org is greylisted");
        assertThat(later.reason()).doesNotContain("ali", "example");
    }

    private Receipt after(String step, String answer) {
        try (var receiver = new SmtpReceiver(null, Map.of(step, answer))) {
            return send(receiver.url(), AVAILABLE);
        }
    }

    @Test
    void nothing_goes_out_in_clear_unless_the_owner_says_so() {
        try (var receiver = new SmtpReceiver(null, Map.of())) {
            var settings = new HashMap<>(settings(receiver.url()));
            settings.remove("tls");
            assertThat(ChannelContract.wait(open(settings).send(AVAILABLE, Optional.empty())))
                    .isEqualTo(new Never("127.0.0.1 offers no STARTTLS; tls = none would send everything in clear"));
            assertThat(receiver.commands).doesNotContain("AUTH", "MAIL");
        }
    }

    @Test
    void with_starttls_all_of_it_is_encrypted_and_only_for_a_server_that_is_who_it_says(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        var certificate = new Certificate(folder);
        try (var receiver = new SmtpReceiver(certificate.server(), Map.of())) {
            var settings = new HashMap<>(settings(receiver.url()));
            settings.put("tls", "starttls");
            settings.put("host", "localhost");
            assertThat(ChannelContract.wait(open(settings).send(AVAILABLE, Optional.empty())))
                    .isNotInstanceOf(Delivered.class);
            assertThat(receiver.taken()).isEmpty();
            settings.put("trust", certificate.pem().toString());
            assertThat(ChannelContract.wait(open(settings).send(AVAILABLE, Optional.empty())))
                    .isInstanceOf(Delivered.class);
            assertThat(receiver.taken()).singleElement().matches(SmtpReceiver.Mail::encrypted);
            settings.put("host", "127.0.0.1"); // the certificate is not for this name
            assertThat(ChannelContract.wait(open(settings).send(AVAILABLE, Optional.empty())))
                    .isNotInstanceOf(Delivered.class);
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    /** For localhost, signed by itself. */
    private record Certificate(Path folder) {
        SSLContext server() throws IOException, GeneralSecurityException, InterruptedException {
            Path store = folder.resolve("store.p12");
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "mail",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=mail",
                            "-ext",
                            "SAN=dns:localhost",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            "changeit",
                            "-storetype",
                            "PKCS12")
                    .redirectErrorStream(true)
                    .start();
            assertThat(keytool.waitFor()).isZero();
            var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
            String body = Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate("mail").getEncoded());
            Files.writeString(pem(), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        }

        Path pem() {
            return folder.resolve("mail.pem");
        }
    }

    @Test
    void values_that_cannot_be_used_are_refused_at_start() {
        var wrong = Map.of("from", "nobody", "to", "alice@example.org; bob", "port", "smtp", "tls", "ssl");
        wrong.forEach((key, value) -> {
            var settings = new HashMap<>(settings(URI.create("http://127.0.0.1:25/")));
            settings.put(key, value);
            assertThatThrownBy(() -> open(settings))
                    .hasMessageStartingWith("conveyarr.channels.home." + key + " must be");
        });
    }
}
