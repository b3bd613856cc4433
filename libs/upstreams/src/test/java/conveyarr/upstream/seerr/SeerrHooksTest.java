package conveyarr.upstream.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting.Asked;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hooks captured from Seerr 3.1.0 ({@code 3.1.0}) and written from its source ({@code 3.1.0-source}). */
class SeerrHooksTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    static Stream<String> defaultTemplate() {
        return Stream.of("seerr/3.1.0", "seerr/3.1.0-source")
                .flatMap(folder -> Samples.hooks(folder).stream())
                .filter(name -> !name.contains("-x") && !name.contains("nojson"));
    }

    static Stream<String> foreign() {
        return Samples.hooks("seerr/3.1.0").stream().filter(name -> name.contains("-x") || name.contains("nojson"));
    }

    @ParameterizedTest
    @MethodSource("defaultTemplate")
    void every_hook_of_the_default_template_is_understood(String sample) {
        Reading reading = read(sample);
        assertThat(reading.understood()).isTrue();
        assertThat(reading.sightings()).hasSize(reading.type().startsWith("MEDIA_") ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void a_hook_of_another_template_is_not_understood(String sample) {
        assertThat(read(sample)).isEqualTo(Reading.notUnderstood("?"));
    }

    @Test
    void a_request_tells_who_asked_for_what() {
        RequestSeen seen = seen("3.1.0/hook-030-MEDIA_PENDING");
        assertThat(seen.state()).isEqualTo(RequestState.PENDING);
        assertThat(seen.media()).isEqualTo(MediaId.movie(604));
        assertThat(seen.request()).isEqualTo(new RequestId("seerr", 2));
        assertThat(seen.occurrence().via()).isEqualTo(Via.HOOK);
        assertThat(seen.occurrence().at()).isEqualTo(NOON);
        assertThat(seen("3.1.0-source/webhook-media-pending-movie").asked())
                .isEqualTo(new Asked("Big Buck Bunny", Optional.of(2008), "alice", false, List.of(), NOON));
    }

    @Test
    void the_words_of_strangers_are_cut() {
        String body = Samples.text("seerr/3.1.0-source/webhook-media-pending-movie.json")
                .replace("Big Buck Bunny (2008)", "x".repeat(9000) + " (2008)");
        var seen = (RequestSeen) new SeerrHooks()
                .read("seerr", NOON, body.getBytes())
                .sightings()
                .getFirst();
        assertThat(seen.asked().title()).hasSize(500);
        assertThat(seen.asked().year()).contains(2008);
    }

    @Test
    void four_k_is_told_by_the_event() {
        assertThat(seen("3.1.0/hook-033-MEDIA_AUTO_APPROVED").asked().uhd()).isTrue();
        assertThat(seen("3.1.0/hook-045-MEDIA_AVAILABLE").asked().uhd()).isTrue();
        assertThat(seen("3.1.0/hook-029-MEDIA_AUTO_APPROVED").asked().uhd()).isFalse();
        String pending = Samples.text("seerr/3.1.0-source/webhook-media-pending-movie.json")
                .replace("New Movie Request", "New 4K Movie Request");
        assertThat(((RequestSeen) new SeerrHooks()
                                .read("seerr", NOON, pending.getBytes())
                                .sightings()
                                .getFirst())
                        .asked()
                        .uhd())
                .isTrue();
    }

    @Test
    void a_series_goes_by_its_tvdb_id_and_names_its_seasons() {
        RequestSeen seen = seen("3.1.0/hook-035-MEDIA_PENDING");
        assertThat(seen.media()).isEqualTo(MediaId.series(81189));
        assertThat(seen.asked().seasons()).containsExactly(1, 2, 3);
        RequestSeen unknown = seen("3.1.0/hook-037-MEDIA_AUTO_APPROVED");
        assertThat(unknown.media()).isEqualTo(new MediaId("series:tmdb:1400"));
        assertThat(unknown.asked().title()).isEqualTo("Fixture No Tvdb");
        assertThat(unknown.asked().year()).isEmpty();
    }

    @Test
    void an_automatic_approval_is_the_same_happening_as_an_approval() {
        String automatic = Samples.text("seerr/3.1.0/hook-039-MEDIA_APPROVED.json")
                .replace("MEDIA_APPROVED", "MEDIA_AUTO_APPROVED");
        var seen = (RequestSeen) new SeerrHooks()
                .read("seerr", NOON, automatic.getBytes())
                .sightings()
                .getFirst();
        assertThat(seen.state()).isEqualTo(RequestState.AUTO_APPROVED);
        assertThat(seen.occurrence().id())
                .isEqualTo(seen("3.1.0/hook-039-MEDIA_APPROVED").occurrence().id());
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIA_PENDING,       c9c01be8-7f52-5271-85b4-fd6d5a6e7b9b",
        "MEDIA_APPROVED,      63558b8f-cfa3-5159-9ce4-9058a5077c02",
        "MEDIA_AUTO_APPROVED, 63558b8f-cfa3-5159-9ce4-9058a5077c02",
        "MEDIA_DECLINED,      7fb17ea7-af45-5d1d-973e-92f471ba3257",
        "MEDIA_FAILED,        8e7dcdd6-a2a5-5707-8577-8affc03b5fa8",
        "MEDIA_AVAILABLE,     664f1b29-1a48-598c-846a-5deaea2d232e"
    })
    void the_ids_are_frozen(String type, String id) {
        String body = Samples.text("seerr/3.1.0-source/webhook-media-pending-movie.json")
                .replace("MEDIA_PENDING", type);
        var seen = new SeerrHooks()
                .read("seerr", NOON, body.getBytes())
                .sightings()
                .getFirst();
        assertThat(seen.occurrence().id()).hasToString(id);
    }

    private static RequestSeen seen(String sample) {
        return (RequestSeen) read("seerr/" + sample + ".json").sightings().getFirst();
    }

    private static Reading read(String sample) {
        return new SeerrHooks().read("seerr", NOON, Samples.bytes(sample));
    }
}
