package conveyarr.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.testkit.docs.EventsDoc;
import conveyarr.testkit.docs.FlowDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The generated pages say what the code says; {@code make docs} writes them. */
class DocsTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void flow_md_is_fresh() throws IOException {
        isFresh("flow.md", FlowDoc.text());
    }

    @Test
    void events_md_is_fresh() throws IOException {
        isFresh("events.md", EventsDoc.text(ROOT.resolve("libs/events/src/test/resources/events")));
    }

    @Test
    void openapi_yaml_is_fresh() throws IOException {
        isFresh("openapi.yaml", OpenApiDoc.text());
    }

    private static void isFresh(String name, String text) throws IOException {
        Path file = ROOT.resolve("docs").resolve(name);
        if (Boolean.getBoolean("conveyarr.docs.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).as("docs/%s is stale; run make docs", name).isEqualTo(Files.readString(file));
    }
}
