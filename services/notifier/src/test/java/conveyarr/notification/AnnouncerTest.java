package conveyarr.notification;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.EventCatalog;
import conveyarr.events.HealthEvent.*;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.*;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.notification.core.Announcer;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Rules;
import conveyarr.notification.core.Title;
import conveyarr.notification.core.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final DownloadId D1 = new DownloadId("qbit", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");
    static final RequestId R7 = new RequestId("seerr", 7);
    static final ComponentId RADARR = new ComponentId("radarr");
    static final Optional<Title> THE_MATRIX = Optional.of(new Title("The Matrix", Optional.of(1999)));

    static final List<DomainEvent> TOLD = List.of(
            new MediaRequested(MATRIX, R7, "The Matrix", Optional.of(1999), "user:1", false, List.of()),
            new RequestFailed(MATRIX, R7),
            new ImportBlocked(MATRIX, "radarr", "D", List.of("Not an upgrade", "Sample")),
            new ReleaseFailed(MATRIX, "radarr", "D", "stalled with no connections"),
            new DownloadStalled(MATRIX, D1, Duration.ofMinutes(125)),
            new DownloadFailed(MATRIX, D1, "missingFiles"),
            new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("i1")),
            new ComponentWentDown(RADARR, "radarr", "connection refused"),
            new ComponentCameBack(RADARR, "radarr", Duration.ofSeconds(45)),
            new VpnDropped(new ComponentId("vpn"), "no public address"),
            new VpnRestored(new ComponentId("vpn"), Optional.of("185.65.134.240"), List.of(51413)));

    @Test
    void the_ends_and_the_troubles_are_told_in_plain_words() {
        assertThat(TOLD)
                .extracting(event -> told(event).text())
                .containsExactly(
                        new Text("Requested: The Matrix (1999)", "Asked for in seerr, request 7.", Tone.INFO),
                        new Text("Request failed: The Matrix (1999)", "seerr could not hand request 7 on.", Tone.BAD),
                        new Text(
                                "Needs you: The Matrix (1999)",
                                "radarr does not import it: \"Not an upgrade; Sample\"",
                                Tone.BAD),
                        new Text(
                                "Given up: The Matrix (1999)",
                                "radarr gave this download up: \"stalled with no connections\"",
                                Tone.WARN),
                        new Text("Stalled: The Matrix (1999)", "No byte has arrived in qbit for 2 h 5 min.", Tone.WARN),
                        new Text("Download failed: The Matrix (1999)", "qbit cannot go on: \"missingFiles\"", Tone.BAD),
                        new Text("Available: The Matrix (1999)", "Ready to watch in jellyfin.", Tone.OK),
                        new Text("Down: radarr", "It does not answer: \"connection refused\"", Tone.BAD),
                        new Text("Back: radarr", "It was away for 45 s.", Tone.OK),
                        new Text("VPN down: vpn", "Nothing goes through the tunnel: \"no public address\"", Tone.BAD),
                        new Text(
                                "VPN back: vpn",
                                "The tunnel is up, address 185.65.134.240, forwarded port 51413.",
                                Tone.OK));
    }

    @Test
    void the_steps_between_are_not_told() {
        var steps = List.<DomainEvent>of(
                new RequestApproved(MATRIX, R7, true),
                new RequestDeclined(MATRIX, R7),
                new RequestWithdrawn(MATRIX, R7),
                new RequestFulfilled(MATRIX, R7),
                new AcquisitionStarted(MATRIX, "radarr", "The Matrix", Optional.of(1999)),
                new ReleaseGrabbed(MATRIX, "radarr", "D", "The.Matrix", 1, Optional.empty(), 1),
                new AcquisitionFinished(MATRIX, "radarr"),
                new DownloadStarted(MATRIX, D1, "The.Matrix", 1),
                new DownloadProgressed(MATRIX, D1, 10, Optional.empty()),
                new DownloadResumed(MATRIX, D1),
                new DownloadCompleted(MATRIX, D1),
                new DownloadRemoved(MATRIX, D1),
                new FileImported(MATRIX, "radarr", 1, "/m", 1, Optional.empty(), Optional.empty(), false),
                new ScanRequested(MATRIX, "jellyfin", "/m"));
        assertThat(steps).allSatisfy(event -> assertThat(announce(event)).isEmpty());
        long ours = EventCatalog.all()
                .filter(type -> type.getSimpleName().startsWith("Notification"))
                .count();
        assertThat(steps.size() + TOLD.size() + ours)
                .as("every event is decided on")
                .isEqualTo(EventCatalog.all().count());
    }

    @Test
    void it_says_whose_event_it_is_and_when_it_happened() {
        var told = told(TOLD.getFirst());
        assertThat(told.event()).isEqualTo(occurrence().id());
        assertThat(told.at()).isEqualTo(NOON);
        assertThat(told.about()).isEqualTo(MATRIX);
        assertThat(told.type()).isEqualTo("request.requested.v1");
    }

    @Test
    void without_a_title_the_id_has_to_do() {
        var event = new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty());
        assertThat(announcer(Set.of())
                        .announce(event, occurrence(), Optional.empty())
                        .orElseThrow()
                        .text())
                .isEqualTo(new Text("Available: movie:tmdb:603", "It is in the library.", Tone.OK));
    }

    @Test
    void a_stand_in_for_a_title_is_none() {
        var request = new RequestId("seerr", 17);
        for (String name : List.of("movie:tmdb:603", "", " \u2003")) {
            assertThat(Title.in(new MediaRequested(MATRIX, request, name, Optional.of(1999), "p", false, List.of())))
                    .isEmpty();
            assertThat(Title.in(new AcquisitionStarted(MATRIX, "radarr", name, Optional.empty())))
                    .isEmpty();
        }
        assertThat(Title.in(new MediaRequested(MATRIX, request, "Tenet", Optional.empty(), "p", false, List.of())))
                .contains(new Title("Tenet", Optional.empty()));
    }

    @Test
    void what_the_owner_silenced_is_not_told() {
        var quiet = announcer(Set.of("request.requested.v1"));
        assertThat(TOLD.stream().flatMap(event -> quiet.announce(event, occurrence(), THE_MATRIX).stream()))
                .extracting(Notification::type)
                .hasSize(TOLD.size() - 1)
                .doesNotContain("request.requested.v1");
    }

    @Test
    void the_seasons_and_the_quality_that_were_asked_for_are_named() {
        var event = new MediaRequested(
                MediaId.series(81189), R7, "Breaking Bad", Optional.of(2008), "user:1", true, List.of(1, 2));
        assertThat(told(event).text().body()).isEqualTo("Asked for in seerr, request 7, in 4K, season 1, 2.");
    }

    @Test
    void a_hostile_title_is_one_plain_line_and_leaves_room_for_the_rest() {
        var title = Optional.of(
                new Title("a\u0000\r\nb\u202Ec\u2028d\uD800 " + "\uD83C\uDFAC".repeat(500), Optional.empty()));
        var event = new ImportBlocked(MATRIX, "radarr", "D", List.of("x\ny".repeat(5000)));
        var text = announcer(Set.of())
                .announce(event, occurrence(), title)
                .orElseThrow()
                .text();
        assertThat(text.title()).startsWith("Needs you: a b c d ").endsWith("\uD83C\uDFAC…");
        assertThat(text.title().codePointCount(0, text.title().length())).isLessThanOrEqualTo(200);
        assertThat(text.body())
                .startsWith("radarr does not import it: \"x yx y")
                .endsWith("…\"")
                .doesNotContain("\n");
        assertThat(text.title().codePoints().mapToObj(Character::getType).collect(Collectors.toSet()))
                .doesNotContain((int) Character.CONTROL, (int) Character.SURROGATE);
    }

    private static Notification told(DomainEvent event) {
        return announce(event).orElseThrow(() -> new AssertionError("not told: " + event));
    }

    private static Optional<Notification> announce(DomainEvent event) {
        return announcer(Set.of())
                .announce(event, occurrence(), event.about() == MATRIX ? THE_MATRIX : Optional.empty());
    }

    private static Announcer announcer(Set<String> silenced) {
        return new Announcer(new Rules(Duration.ofHours(24), silenced));
    }

    private static Occurrence occurrence() {
        return Occurrence.at(NOON, Via.HOOK, "seerr", NaturalKey.of("test", 1));
    }
}
