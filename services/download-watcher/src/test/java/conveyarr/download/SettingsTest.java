package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Rules.Step;
import conveyarr.events.DownloadEvent.DownloadAction;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void without_a_word_nothing_is_done_and_the_built_in_rules_only_tell() {
        var rules = rules(Map.of());
        assertThat(rules.dryRun()).isTrue();
        assertThat(rules.replacePrivate()).isFalse();
        assertThat(rules.rules()).extracting(rule -> rule.kind()).contains(Kind.values());
    }

    @Test
    void an_own_rule_comes_first() {
        var rules = rules(Map.of(
                "conveyarr.download.rules.rule.patient.kind", "no-metadata",
                "conveyarr.download.rules.rule.patient.steps", "reannounce@10m,category:stuck@3h,replace@2d",
                "conveyarr.download.rules.rule.patient.categories", "radarr"));
        var own = rules.rules().getFirst();
        assertThat(own.kind()).isEqualTo(Kind.NO_METADATA);
        assertThat(own.steps())
                .containsExactly(
                        new Step(DownloadAction.REANNOUNCE, Duration.ofMinutes(10), ""),
                        new Step(DownloadAction.CHANGE_CATEGORY, Duration.ofHours(3), "stuck"),
                        new Step(DownloadAction.REPLACE, Duration.ofDays(2), ""));
        assertThat(own.scope().categories()).containsExactly("radarr");
    }

    @Test
    void a_step_or_a_kind_that_does_not_exist_is_said_with_its_key() {
        var base = Map.of("conveyarr.download.rules.rule.x.kind", "stalled");
        assertThatThrownBy(() -> rules(with(base, "conveyarr.download.rules.rule.x.steps", "explode@1h")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rule.x.steps")
                .hasMessageContaining("reannounce@10m");
        assertThatThrownBy(() -> rules(Map.of(
                        "conveyarr.download.rules.rule.x.kind", "bored",
                        "conveyarr.download.rules.rule.x.steps", "none")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rule.x.kind")
                .hasMessageContaining("no-metadata");
    }

    @Test
    void hours_are_read_with_and_without_days() {
        assertThat(Hours.parse("k", "18:00-23:00").days()).hasSize(7);
        var week = Hours.parse("k", "Fri-Mon 22:00-06:00");
        assertThat(week.days())
                .containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(week.from()).isEqualTo(LocalTime.of(22, 0));
        for (String wrong : new String[] {"", "25:00-26:00", "xyz 10:00-11:00", "10-11"}) {
            assertThatThrownBy(() -> Hours.parse("conveyarr.download.limited", wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("mon-fri 18:00-23:00");
        }
    }

    private static conveyarr.download.core.Rules rules(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(RulesConfig.class)
                .withConverter(
                        io.quarkus.runtime.configuration.MemorySize.class,
                        200,
                        new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withDefaultValues(settings)
                .build();
        return new RuleSettings(config.getConfigMapping(RulesConfig.class), Duration.ofMinutes(10)).rules();
    }

    private static Map<String, String> with(Map<String, String> base, String key, String value) {
        var all = new HashMap<>(base);
        all.put(key, value);
        return all;
    }
}
