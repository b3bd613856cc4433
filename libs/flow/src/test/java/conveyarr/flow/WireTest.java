package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.DownloadStalled;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.events.Via;
import conveyarr.flow.wire.EventReader;
import conveyarr.flow.wire.EventWriter;
import conveyarr.flow.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final UUID CAUSE = new UUID(1, 2);
    private static final DownloadStalled STALLED =
            new DownloadStalled(MediaId.movie(603), new DownloadId("qbit", "c0ffee"), Duration.ofMinutes(10));
    private static final Occurrence OCCURRENCE =
            Occurrence.at(NOON, Via.POLL, "qbit", NaturalKey.of("download", "c0ffee", "stalled"));

    @Test
    void what_is_written_is_read_back() {
        var wire = EventWriter.write(STALLED, OCCURRENCE, CAUSE, NOON.plusSeconds(1));
        assertThat(EventReader.read(record(wire), DownloadEvent.class))
                .contains(new Received<>(STALLED, OCCURRENCE, NOON.plusSeconds(1), Optional.of(CAUSE)));
    }

    @Test
    void what_is_no_news_says_so_and_news_says_nothing() {
        var past = EventWriter.write(STALLED, OCCURRENCE.asPast(), CAUSE, NOON);
        assertThat(past.headers()).containsEntry("ce_past", "true");
        assertThat(EventReader.read(record(past), DownloadEvent.class)
                        .orElseThrow()
                        .occurrence())
                .isEqualTo(OCCURRENCE.asPast());
        assertThat(EventWriter.write(STALLED, OCCURRENCE, CAUSE, NOON).headers())
                .doesNotContainKey("ce_past");
    }

    @Test
    void a_foreign_reader_needs_only_the_headers_and_plain_json() {
        var wire = EventWriter.write(STALLED, OCCURRENCE, CAUSE, NOON);
        assertThat(wire.key()).isEqualTo("movie:tmdb:603");
        assertThat(wire.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "download.stalled.v1")
                .containsEntry("ce_source", "qbit")
                .containsEntry("ce_time", "2030-01-01T12:00:00Z")
                .containsEntry("ce_via", "poll");
        assertThat(new String(wire.value(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"about\":\"movie:tmdb:603\",\"download\":{\"client\":\"qbit\",\"hash\":\"c0ffee\"},\"idle\":\"PT10M\"}");
    }

    @Test
    void a_name_that_only_newer_versions_know_is_passed_over() {
        var wire = with(EventWriter.write(STALLED, OCCURRENCE, CAUSE, NOON), "ce_type", "download.teleported.v1");
        assertThat(EventReader.read(record(wire), DownloadEvent.class)).isEmpty();
    }

    @Test
    void what_can_never_be_read_says_why() {
        var wire = EventWriter.write(STALLED, OCCURRENCE, CAUSE, NOON);
        assertThatThrownBy(() -> EventReader.read(record(with(wire, "ce_time", "noon")), DownloadEvent.class))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> EventReader.read(
                        record(wire, "{not json".getBytes(StandardCharsets.UTF_8)), DownloadEvent.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DownloadStalled");
        assertThatThrownBy(() -> EventReader.read(record(wire), RequestEvent.class))
                .isInstanceOf(ClassCastException.class);
    }

    @Test
    void a_raw_hook_keeps_its_bytes_whatever_they_are() {
        byte[] body = {0, -1, '{', 0x7f};
        var hook = new Hook(CAUSE, "radarr-4k", NOON, body);
        Hook read = EventReader.readHook(record(EventWriter.write(hook, "conveyarr.hooks")));
        assertThat(read.body()).isEqualTo(body);
        assertThat(read.instance()).isEqualTo("radarr-4k");
        assertThat(read.receipt()).isEqualTo(CAUSE);
    }

    private static WireRecord with(WireRecord wire, String header, String value) {
        var headers = new HashMap<>(wire.headers());
        headers.put(header, value);
        return new WireRecord(wire.id(), wire.topic(), wire.key(), headers, wire.value());
    }

    private static ConsumerRecord<String, byte[]> record(WireRecord wire) {
        return record(wire, wire.value());
    }

    private static ConsumerRecord<String, byte[]> record(WireRecord wire, byte[] value) {
        var record = new ConsumerRecord<>(wire.topic(), 0, 0, wire.key(), value);
        wire.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
