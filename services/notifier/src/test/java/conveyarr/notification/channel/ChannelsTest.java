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
import java.util.stream.Collectors;
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
        public Set<String> needs(ChannelSettings settings) {
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
    void the_plain_environment_configures_the_channels_in_words_that_people_have(@TempDir Path folder)
            throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        assertThat(plain(Map.of(
                        "NTFY_URL", "https://ntfy.sh", "NTFY_TOPIC", "media", "NTFY_TOKEN_FILE", secret.toString())))
                .containsOnly(
                        Map.entry("conveyarr.channels.ntfy.url", "https://ntfy.sh"),
                        Map.entry("conveyarr.channels.ntfy.topic", "media"),
                        Map.entry("conveyarr.channels.ntfy.token", "s3cret"));
        assertThat(plain(Map.of(
                        "SMTP_HOST",
                        "mail",
                        "SMTP_USERNAME",
                        "me",
                        "SMTP_PASSWORD_FILE",
                        secret.toString(),
                        "EMAIL_TO",
                        "a@b")))
                .containsOnly(
                        Map.entry("conveyarr.channels.email.host", "mail"),
                        Map.entry("conveyarr.channels.email.user", "me"),
                        Map.entry("conveyarr.channels.email.password", "s3cret"),
                        Map.entry("conveyarr.channels.email.to", "a@b"));
        assertThat(plain(Map.of(
                        "DISCORD_WEBHOOK_URL",
                        "d",
                        "TELEGRAM_BOT_TOKEN",
                        "t",
                        "TELEGRAM_CHAT_ID",
                        "1",
                        "VAPID_SUBJECT",
                        "v")))
                .containsOnlyKeys(
                        "conveyarr.channels.discord.url",
                        "conveyarr.channels.telegram.token",
                        "conveyarr.channels.telegram.chat",
                        "conveyarr.channels.webpush.contact");
        assertThat(plain(Map.of("DATABASE_URL", "postgres://x", "WEBHOOK_URL", " ", "NTFY_LOG_LEVEL", "x")))
                .isEmpty();
    }

    private static Map<String, String> plain(Map<String, String> environment) {
        var source = new ChannelEnvironment(environment);
        assertThat(source.toString()).doesNotContain("s3cret");
        return source.getPropertyNames().stream().collect(Collectors.toMap(key -> key, source::getValue));
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
        return new Channels(new ChannelKinds(List.of(BELL)), () -> config, ChannelContract.POST);
    }
}
