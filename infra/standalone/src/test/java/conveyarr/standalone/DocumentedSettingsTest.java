package conveyarr.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documentation tells people to write into {@code config/application.yaml} is read by the services. */
class DocumentedSettingsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    /** A setting that is commented out, such as {@code # categories: [radarr]}; other comments are sentences. */
    private static final Pattern SET_ASIDE = Pattern.compile("(?m)^( *)# ?( *[a-z][a-z0-9-]*:(?: .*)?)$");

    private final List<Class<?>> mappings = Application.CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .<Class<?>>map(type -> type.reflect())
            .toList();

    @TestFactory
    Stream<DynamicTest> every_example_is_read() throws IOException {
        try (var pages = Files.list(ROOT.resolve("docs/operate"))) {
            return pages.sorted().toList().stream().flatMap(page -> examples(page)
                    .map(yaml -> reads(page.getFileName() + ": " + firstLine(yaml), yaml)));
        }
    }

    @TestFactory
    Stream<DynamicTest> the_example_file_is_read_as_it_is_and_with_what_is_set_aside() throws IOException {
        String file = Files.readString(ROOT.resolve("config/example.yaml"));
        return Stream.of(
                reads("as it is", file),
                reads("with what is set aside", SET_ASIDE.matcher(file).replaceAll("$1$2")));
    }

    @Test
    void a_setting_that_nobody_reads_is_refused() {
        assertThatThrownBy(() -> read("conveyarr: {upstreams: {radarr: {adress: x}}}"))
                .hasMessageContaining("conveyarr.upstreams.radarr.adress");
    }

    private DynamicTest reads(String name, String yaml) {
        return DynamicTest.dynamicTest(name, () -> assertThat(read(yaml)).isNotNull());
    }

    private SmallRyeConfig read(String yaml) throws IOException {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new YamlConfigSource("example", yaml));
        mappings.forEach(builder::withMapping);
        return builder.build();
    }

    /** Some pages show one program alone, as it stands below {@code conveyarr.upstreams}. */
    private static Stream<String> examples(Path page) {
        try {
            return EXAMPLE.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .map(yaml -> yaml.contains("conveyarr:") ? yaml : "conveyarr:\n  upstreams:\n" + yaml.indent(4));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String firstLine(String yaml) {
        return yaml.lines().map(String::strip).skip(2).findFirst().orElse(yaml);
    }
}
