package conveyarr.flow.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
    private static final Map<String, String> SECRETS = Map.of("api-key", "s3cret ü");

    private final SealedSecrets secrets = new SealedSecrets("our key");

    @Test
    void opens_what_was_sealed_for_the_same_subject() {
        String sealed = secrets.seal(SECRETS, "radarr http://radarr:7878");
        assertThat(secrets.open(sealed, "radarr http://radarr:7878")).isEqualTo(SECRETS);
        assertThat(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        assertThat(secrets.seal(SECRETS, "radarr http://radarr:7878")).isNotEqualTo(sealed);
    }

    @Test
    void opens_nothing_for_another_subject_or_from_another_installation_or_that_is_spoilt() {
        String sealed = secrets.seal(SECRETS, "radarr http://radarr:7878");
        assertThatThrownBy(() -> secrets.open(sealed, "radarr http://evil:80"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedSecrets("other").open(sealed, "radarr http://radarr:7878"))
                .isInstanceOf(IllegalArgumentException.class);
        for (String spoilt : new String[] {"", "x", "!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
            assertThatThrownBy(() -> secrets.open(spoilt, "radarr http://radarr:7878"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
