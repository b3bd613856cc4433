package conveyarr.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import conveyarr.events.RequestEvent.RequestFailed;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every event is approved: a file each in src/test/resources/events. A change that this test sees is a change of the published
 * language; fields may only be added, and only optional ones. {@code -Dconveyarr.approve=true} writes what is missing.
 */
class EventSamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null))
            .build();

    static List<DomainEvent> samples() {
        return Samples.all();
    }

    @Test
    void every_event_has_a_sample_and_a_wire_name_of_its_own() {
        var known = EventCatalog.all().toList();
        assertThat(samples()).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(known);
        assertThat(known)
                .extracting(EventCatalog::wireName)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z-]+\\.v\\d+"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_written_as_approved(DomainEvent event) throws IOException {
        Path file = FOLDER.resolve(event.wireName() + ".json");
        String written = MAPPER.writeValueAsString(event) + "\n";
        if (Boolean.getBoolean("conveyarr.approve") && !Files.exists(file)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_a_newer_version_adds_is_passed_over(DomainEvent event) throws IOException {
        ObjectNode json = MAPPER.valueToTree(event);
        json.put("addedLater", "x");
        assertThat(MAPPER.treeToValue(json, event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_an_older_version_did_not_write_is_absent(DomainEvent event) throws IOException {
        ObjectNode json = MAPPER.valueToTree(event);
        optional(event).forEach(component -> json.remove(component.getName()));
        assertThat(MAPPER.treeToValue(json, event.getClass()).about()).isEqualTo(event.about());
    }

    @Test
    void a_failure_of_an_older_version_is_the_first_one() throws IOException {
        String old = "{\"about\":\"movie:tmdb:603\",\"request\":{\"instance\":\"seerr\",\"number\":17}}";
        assertThat(MAPPER.readValue(old, RequestFailed.class).again()).isFalse();
    }

    private static Stream<RecordComponent> optional(DomainEvent event) {
        return Arrays.stream(event.getClass().getRecordComponents()).filter(c -> c.getType() == Optional.class);
    }
}
