package conveyarr.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
    /** A kind that needs one key. */
    private static final ChannelKind BELL = new ChannelKind() {
        @Override
        public String kind() {
            return "bell";
        }

        @Override
        public Set<String> needs() {
            return Set.of("url");
        }

        @Override
        public Channel open(ChannelSettings settings, Post post) {
            return new Bell(settings.name());
        }
    };

    private record Bell(String name) implements Channel {
        @Override
        public OnDoubt onDoubt() {
            return OnDoubt.DROP;
        }

        @Override
        public Uni<Receipt> send(Notification notification, Optional<String> to) {
            return Uni.createFrom().item(new Receipt.Delivered());
        }
    }

    @Test
    void one_kind_may_be_opened_under_many_names() {
        var channels = configured(
                Map.of("bell", Map.of("url", "http://a/"), "attic", Map.of("kind", "bell", "url", "http://b/")));
        assertThat(channels.names()).containsExactly("attic", "bell");
        assertThat(channels.named("attic")).contains(new Bell("attic"));
        assertThat(channels.named("cellar")).isEmpty();
    }

    @Test
    void an_unknown_kind_is_named_with_its_key_and_the_known_ones() {
        assertThatThrownBy(() -> configured(Map.of("phone", Map.of("kind", "pigeon"))))
                .hasMessage("conveyarr.channels.phone.kind = pigeon is unknown; known are [bell]");
    }

    @Test
    void a_misspelt_key_is_named() {
        assertThatThrownBy(() -> configured(Map.of("bell", Map.of("url", "http://a/", "tpoic", "x"))))
                .hasMessage("conveyarr.channels.bell.tpoic is unknown; a channel of kind bell has [url]");
    }

    @Test
    void a_channel_that_lacks_a_key_is_not_opened() {
        assertThat(configured(Map.of("bell", Map.of("url", " "))).names()).isEmpty();
    }

    @Test
    void the_plain_environment_configures_the_kinds_that_we_have(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "whsec_abc\n");
        var source = new ChannelEnvironment(Map.of(
                "NTFY_URL",
                "https://ntfy.sh",
                "NTFY_TOPIC",
                "media",
                "NTFY_TOKEN",
                "tk_1",
                "WEBHOOK_SECRET_FILE",
                secret.toString(),
                "DATABASE_URL",
                "postgres://x",
                "WEBHOOK_URL",
                " "));
        assertThat(source.getPropertyNames())
                .containsExactlyInAnyOrder(
                        "conveyarr.channels.ntfy.url",
                        "conveyarr.channels.ntfy.topic",
                        "conveyarr.channels.ntfy.token",
                        "conveyarr.channels.webhook.secret");
        assertThat(source.getValue("conveyarr.channels.ntfy.topic")).isEqualTo("media");
        assertThat(source.getValue("conveyarr.channels.webhook.secret")).isEqualTo("whsec_abc");
    }

    @Test
    void any_channel_can_be_configured_by_variables_of_its_own() {
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "CONVEYARR_CHANNELS_ATTIC_KIND", "bell",
                                "CONVEYARR_CHANNELS_ATTIC_URL", "http://a/",
                                "CONVEYARR_CHANNELS_ATTIC_SECRET_FILE", "/run/secrets/attic"),
                        300))
                .withMapping(ChannelsConfig.class)
                .build();
        var read = config.getConfigMapping(ChannelsConfig.class).channels();
        assertThat(read.get("attic")).containsEntry("kind", "bell").containsEntry("url", "http://a/");
        assertThat(configured(read).named("attic")).contains(new Bell("attic"));
    }

    private static Channels configured(Map<String, Map<String, String>> config) {
        return new Channels(List.of(BELL), () -> config, ChannelContract.POST);
    }
}
