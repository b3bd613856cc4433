package conveyarr.notification.channel.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.flow.wire.Json;
import conveyarr.notification.Receiver;
import conveyarr.notification.Receiver.Behaviour;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelContract;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.HttpChannelContract;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebPushTest implements HttpChannelContract {
    private static final KeyPair OURS = pair();
    private static final Browser BROWSER = new Browser(pair(), "BTBZMqHH6r4Tts7J_aSIgg");
    private static final String KEY =
            encoded(unsigned(((ECPrivateKey) OURS.getPrivate()).getS().toByteArray()));
    private static final String PUBLIC = encoded(Curve.bytes((ECPublicKey) OURS.getPublic()));

    @Override
    public ChannelKind kind() {
        return new WebPushKind();
    }

    @Override
    public Map<String, String> settings(URI url) {
        return Map.of(
                "key",
                KEY,
                "public",
                PUBLIC,
                "contact",
                "mailto:owner@example.org",
                "subscription",
                BROWSER.subscription(url.resolve("/push/dGhpcy1icm93c2Vy")));
    }

    /** A browser's push service is on https; only a test has it on this machine. */
    @Override
    public Channel open(URI url) {
        var settings = new HashMap<>(settings(url));
        if (!"127.0.0.1".equals(url.getHost())) {
            settings.put("subscription", settings.get("subscription").replace("http://", "https://"));
        }
        return open(settings);
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY, "dGhpcy1icm93c2Vy", "BTBZMqHH6r4Tts7J_aSIgg");
    }

    @Override
    public Optional<String> person() {
        return Optional.empty();
    }

    /** People do have browsers of their own: the next test. */
    @Override
    @Test
    public void a_person_has_an_address_of_her_own_or_nobody_has() {
        try (var receiver = new Receiver(yes())) {
            var channel = open(receiver.url());
            var hers = new Browser(pair(), "AAAAAAAAAAAAAAAAAAAAAA")
                    .subscription(receiver.url().resolve("/push/another-one"));
            assertThat(channel.wrong(hers)).isEmpty();
            for (String none : List.of(
                    "",
                    "{}",
                    "null",
                    "alice",
                    hers.replace("p256dh\":\"B", "p256dh\":\"C"),
                    hers.replace("AAAAAAAAAA", "A"))) {
                assertThat(channel.wrong(none)).isPresent();
            }
            ChannelContract.wait(channel.send(AVAILABLE, Optional.of(hers)));
            assertThat(receiver.taken().getFirst().line()).isEqualTo("POST /push/another-one HTTP/1.1");
        }
    }

    @Override
    public Behaviour yes() {
        return new Behaviour.Answer(201, Map.of(), "");
    }

    /** The contract reads what the browser reads. */
    @Override
    public Place place(Trouble trouble) {
        var place = (HttpPlace) HttpChannelContract.super.place(trouble);
        return new Place() {
            @Override
            public URI url() {
                return place.url();
            }

            @Override
            public List<String> taken() {
                return place.receiver().taken().stream()
                        .map(message -> BROWSER.read(message.bytes()))
                        .toList();
            }

            @Override
            public void close() {
                place.close();
            }
        };
    }

    /** A push service says 201 and no word. */
    @Override
    public boolean knowsItsReceiver() {
        return false;
    }

    /** RFC 8291, appendix A. */
    @Test
    void the_encryption_is_that_of_the_published_vector() throws GeneralSecurityException {
        var browser = new Encryption(
                Curve.publicKey(decoded(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")),
                decoded("BTBZMqHH6r4Tts7J_aSIgg"));
        var server = new KeyPair(
                Curve.publicKey(decoded(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                Curve.privateKey(decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        byte[] text = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);
        assertThat(encoded(browser.of(text, server, decoded("DGv6ra1nlYgDCS1FRnbzlw"))))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void the_browser_can_read_what_the_push_service_cannot() throws GeneralSecurityException {
        var taken = wire(HOSTILE);
        assertThat(taken.headers())
                .containsEntry("Content-Encoding", "aes128gcm")
                .containsEntry("TTL", "86400")
                .containsEntry("Urgency", "high")
                .containsEntry("Topic", "0b8ee33d2d2f5a528b6d2c8c0d0c6f01");
        assertThat(taken.body()).doesNotContain("everyone");
        assertThat(BROWSER.read(taken.bytes()))
                .isEqualTo("{\"title\":\"@everyone <!channel> [x](javascript:1) <b>*A*</b> & gnp.exe X-Evil: 1\","
                        + "\"body\":\"_b_ <@123> `c` \\\"q\\\" \\\\ @room\",\"tag\":\"0b8ee33d2d2f5a528b6d2c8c0d0c6f01\","
                        + "\"tone\":\"bad\"}");
    }

    /** RFC 8292: the push service checks who we are. */
    @Test
    void the_push_service_can_check_who_sends() throws GeneralSecurityException {
        try (var receiver = new Receiver(yes())) {
            send(receiver.url(), AVAILABLE);
            String authorization = receiver.taken().getFirst().headers().get("Authorization");
            assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + PUBLIC);
            String[] token =
                    authorization.substring(8, authorization.indexOf(',')).split("\\.");
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(OURS.getPublic());
            check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(check.verify(decoded(token[2]))).isTrue();
            assertThat(new String(decoded(token[0]), StandardCharsets.UTF_8))
                    .isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
            JsonNode claims = Json.read(decoded(token[1]), JsonNode.class);
            assertThat(claims.path("aud").asText())
                    .isEqualTo("http://127.0.0.1:" + receiver.url().getPort());
            assertThat(claims.path("sub").asText()).isEqualTo("mailto:owner@example.org");
            assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
                    .isBetween(Instant.now(), Instant.now().plusSeconds(24 * 3600));
        }
    }

    @Test
    void the_longest_message_is_not_too_long_for_a_push_service() {
        var told = ChannelContract.told(new Text("\"".repeat(500), "\"\uD83C\uDFAC".repeat(3000), Tone.INFO));
        assertThat(wire(told).bytes()).hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void a_subscription_that_has_ended_is_told_as_such() {
        for (int status : new int[] {404, 410}) {
            assertThat(send(Receiver.answer(status, "")))
                    .isEqualTo(new Never("the browser has ended its subscription; it answers HTTP " + status, true));
        }
    }

    @Test
    void keys_that_are_no_pair_are_refused_at_start_and_not_shown() {
        var other = encoded(Curve.bytes((ECPublicKey) pair().getPublic()));
        for (var wrong : List.of(
                Map.of("public", other), Map.of("key", "hunter2"), Map.of("key", "%%%"), Map.of("contact", "me"))) {
            var settings = new HashMap<>(settings(URI.create("http://127.0.0.1:9/")));
            settings.putAll(wrong);
            assertThatThrownBy(() -> open(settings))
                    .hasMessageStartingWith("conveyarr.channels.home.")
                    .hasMessageNotContaining("hunter2")
                    .hasMessageNotContaining(KEY);
        }
    }

    /** A browser that knows its private key. */
    private record Browser(KeyPair keys, String auth) {
        String subscription(URI endpoint) {
            String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
            return "{\"endpoint\":\"http://%s%s%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                    .formatted(
                            endpoint.getHost(),
                            port,
                            endpoint.getRawPath(),
                            encoded(Curve.bytes((ECPublicKey) keys.getPublic())),
                            auth);
        }

        String read(byte[] body) {
            try {
                return decrypted(body);
            } catch (GeneralSecurityException e) {
                throw new AssertionError("the browser cannot read it", e);
            }
        }

        private String decrypted(byte[] body) throws GeneralSecurityException {
            byte[] salt = Arrays.copyOf(body, 16);
            byte[] sender = Arrays.copyOfRange(body, 21, 86);
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.getPrivate());
            agreement.doPhase(Curve.publicKey(sender), true);
            byte[] info = concat(
                    "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                    Curve.bytes((ECPublicKey) keys.getPublic()),
                    sender);
            byte[] secret = hkdf(decoded(auth), agreement.generateSecret(), info, 32);
            byte[] key = hkdf(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
            byte[] nonce = hkdf(salt, secret, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] open = cipher.doFinal(body, 86, body.length - 86);
            assertThat(open[open.length - 1]).isEqualTo((byte) 2);
            return new String(open, 0, open.length - 1, StandardCharsets.UTF_8);
        }

        /** RFC 5869 by hand, for one block. */
        private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length)
                throws GeneralSecurityException {
            return Arrays.copyOf(mac(mac(salt, secret), concat(info, new byte[] {1})), length);
        }

        private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        }

        private static byte[] concat(byte[]... parts) {
            var all = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                all.writeBytes(part);
            }
            return all.toByteArray();
        }
    }

    private static KeyPair pair() {
        try {
            return Curve.pair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(byte[] number) {
        return number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
