package conveyarr.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcEnvironmentTest {
    @Test
    void plain_variables_set_up_the_provider_and_a_secret_may_be_in_a_file(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hidden\n");
        var source = new OidcEnvironment(Map.of(
                "OIDC_URL", "https://auth.example.org",
                "OIDC_CLIENT_SECRET_FILE", secret.toString(),
                "OIDC_AUTO_REDIRECT", "true",
                "OIDC_ROGUE", "x",
                "PUBLIC_URL", "https://flow.example.org"));
        assertThat(source.getPropertyNames())
                .containsExactlyInAnyOrder(
                        "conveyarr.access.oidc.url",
                        "conveyarr.access.oidc.client-secret",
                        "conveyarr.access.oidc.auto-redirect",
                        "conveyarr.access.public-url");
        assertThat(source.getValue("conveyarr.access.oidc.client-secret")).isEqualTo("hidden");
    }
}
