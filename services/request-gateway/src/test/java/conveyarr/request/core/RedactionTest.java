package conveyarr.request.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private final Redaction redaction = new Redaction(Set.of("own-api-key-of-ours", "short"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"release\":{\"downloadUrl\":\"http://prowlarr:9696/1/download?apikey=S&link=abc\"}}",
                "{\"guid\":\"https://tracker.example/details.php?id=1&passkey=S\"}",
                "{\"guid\" : \"https:\\/\\/tracker.example\\/S\\/file\"}",
                "{\"downloadUrl\":\"https://user:S@host/x\"}",
                "{\"downloadUrl\":\"https://host/S",
                "{\"magnetUrl\":\"magnet:?xt=urn:btih:aa&tr=https%3A%2F%2Ft.example%2FS%2Fannounce\"}",
                "{\"message\":\"Failed: https://indexer.example/api?t=search&apikey=S&q=x\"}",
                "{\"message\":\"https://t.example/S/announce\"}",
                "{\"message\":\"https://t.example/announce/S and more\"}",
                "{\"message\":\"https://t.example/announce.php?passkey=S\"}",
                "{\"message\":\"https://t.example/rss/download/123/S\"}",
                "{\"message\":\"http://x/?u=http%3A%2F%2Fy%2F%3Fapi_key%3DS%26z%3D1\"}",
                "{\"message\":\"http://x/?a=b\\u0026passkey=S\"}",
                "{\"message\":\"http://someone:S@host/path\"}",
                "{\"apiKey\":\"S\",\"n\":1}",
                "{\"X-Api-Key\": \"S\"}",
                "{\"telegramBotToken\":\"S\"}",
                "event=Test&apikey=S&x=1",
                "X-Plex-Token=S",
                "https://x/?key=S",
            })
    void a_secret_is_gone_wherever_programs_write_them(String form) {
        var cleaned = redaction.clean(form.replace("S", SECRET).getBytes(UTF_8));
        assertThat(new String(cleaned.body(), UTF_8)).doesNotContain(SECRET).contains("***");
        assertThat(cleaned.masked()).isPositive();
        assertThat(redaction.clean(cleaned.body()).body()).isEqualTo(cleaned.body());
    }

    @Test
    void what_is_around_it_stays_and_json_stays_json() {
        var body = "{\"a\":\"ü\",\"guid\":\"https://t.example/1?passkey=x\",\"m\":\"see http://h/?apikey=%41b&q=1\"}";
        assertThat(new String(redaction.clean(body.getBytes(UTF_8)).body(), UTF_8))
                .isEqualTo("{\"a\":\"ü\",\"guid\":\"https://t.example/***\",\"m\":\"see http://h/?apikey=***&q=1\"}");
    }

    @Test
    void our_own_keys_are_gone_even_where_nothing_announces_them() {
        var cleaned = redaction.clean("{\"x\":\"own-api-key-of-ours\",\"y\":\"short\"}".getBytes(UTF_8));
        assertThat(new String(cleaned.body(), UTF_8)).isEqualTo("{\"x\":\"***\",\"y\":\"short\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"guid\":\"plex://movie/5d776827880197001ec90a51\",\"link\":\"https://trakt.tv/movies/x\"}",
                "{\"avatar\":\"https://gravatar.com/avatar/0123456789abcdef0123456789abcdef?default=mm&size=200\"}",
                "{\"downloadId\":\"0123456789ABCDEF0123456789ABCDEF01234567\",\"key\":\"value\",\"keywords\":\"a=b\"}",
                "{\"overview\":\"The token of love; a password? Keys: none."
                        + " Monkey=1\",\"token\":null,\"password\":\"\"}",
                "{\"url\":\"http://radarr:7878/movie/603\"}",
            })
    void a_body_without_secrets_is_the_same_array(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        assertThat(redaction.clean(bytes).body()).isSameAs(bytes);
    }

    @Test
    void a_password_that_is_a_word_changes_no_title_and_no_other_word() {
        var weak = new Redaction(Set.of("starwars"));
        byte[] named = """
            {"movie":{"title":"starwars","originalTitle":"a \\"starwars\\" film","path":"/movies/starwars"},
             "release":{"releaseTitle":"starwars.1977.1080p","releaseGroup" : "starwars"},"subject":"starwars (1977)",
             "message":"starwarsfan and notstarwars"}\
            """.getBytes(UTF_8);
        assertThat(weak.clean(named).body()).isSameAs(named);
        var told = "{\"message\":\"no login with starwars\\nstarwars%3Dstarwars\",\"title\":\"starwars\"}";
        assertThat(new String(weak.clean(told.getBytes(UTF_8)).body(), UTF_8))
                .isEqualTo("{\"message\":\"no login with ***\\n***%3D***\",\"title\":\"starwars\"}");
    }

    @Test
    void a_hook_that_was_stored_before_is_cleaned_when_it_is_taken_out() {
        byte[] old = ("{\"apiKey\":\"" + SECRET + "\"}").getBytes(UTF_8);
        var delivery = new Delivery(new UUID(0, 1), "radarr", Instant.EPOCH, "", Map.of(), old);
        var verdict = new Verdict("Test", Verdict.Result.STORED, Optional.empty());
        var kept = new KeptHook(delivery, verdict, new Original(Original.sha256(old), 0), Optional.empty())
                .with(redaction);
        assertThat(new String(kept.delivery().body(), UTF_8)).isEqualTo("{\"apiKey\":\"***\"}");
        assertThat(kept.original()).isEqualTo(new Original(Original.sha256(old), 1));
        assertThat(kept.with(redaction).original()).isEqualTo(kept.original());
    }

    @Test
    void bytes_that_are_no_text_stay_as_they_are() {
        byte[] bytes = new byte[4096];
        new Random(7).nextBytes(bytes);
        assertThat(redaction.clean(bytes).body()).isSameAs(bytes);
    }

    @Test
    void a_body_that_was_made_to_be_slow_is_not() {
        for (String part :
                new String[] {"/aaaaaaaaaaaa", "\"guid\":\"https://", "://a:", "apikey=%26", "\\\\", "\"a_a_"}) {
            byte[] body = part.repeat(1024 * 1024 / part.length()).getBytes(UTF_8);
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> redaction.clean(body));
        }
    }
}
