package conveyarr.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.Episodes;
import conveyarr.events.EventCatalog;
import conveyarr.events.HealthEvent.*;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent.*;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.flow.wire.Json;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.Title;
import conveyarr.notification.core.Tone;
import conveyarr.notification.core.Weight;
import conveyarr.notification.core.Wording;
import conveyarr.notification.core.bundle.Terms.Kind;
import conveyarr.notification.core.rule.OwnText;
import conveyarr.notification.core.rule.Person;
import conveyarr.notification.core.rule.Rulebook;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.text.Example;
import conveyarr.notification.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final DownloadId D1 = new DownloadId("qbit", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");
    static final RequestId R7 = new RequestId("seerr", 7);
    static final ComponentId RADARR = new ComponentId("radarr");
    static final Optional<Title> THE_MATRIX = Optional.of(new Title("The Matrix", Optional.of(1999)));

    static final Texts TEXTS = new Texts();
    static final Rulebook BOOK = new Rulebook(List.of(), Map.of(), "en", ZoneOffset.UTC);

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
                .extracting(event -> told(event))
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
                        new Text("Recovered after 45 s: radarr", "It answers again.", Tone.OK),
                        new Text("VPN down: vpn", "Nothing goes through the tunnel: \"no public address\"", Tone.BAD),
                        new Text(
                                "VPN recovered: vpn",
                                "The tunnel is up, address 185.65.134.240, forwarded port 51413.",
                                Tone.OK));
        assertThat(TOLD)
                .allSatisfy(event -> assertThat(news(event).concern().weight()).isNotEqualTo(Weight.STEP));
    }

    /** Else a request that is handed on six times would be told six times; the coordinator says when it gives up. */
    @Test
    void a_retry_that_fails_again_calls_nobody() {
        assertThat(news(new RequestFailed(MATRIX, R7, true)).concern().weight()).isEqualTo(Weight.STEP);
        assertThat(news(new HandOverGivenUp(MATRIX, R7, 6, "radarr still does not have it"))
                        .concern()
                        .weight())
                .isEqualTo(Weight.NEEDS_YOU);
    }

    @Test
    void every_event_has_words_in_every_language() {
        for (String language : Texts.languages()) {
            assertThat(EventCatalog.all().map(EventCatalog::wireName).filter(type -> !type.startsWith("notification.")))
                    .allSatisfy(type -> {
                        var text = say(Example.of(type), settings(language));
                        assertThat(text.title())
                                .as("words of %s in texts/%s.properties", type, language)
                                .doesNotContain("{")
                                .isNotEqualTo("example");
                        assertThat(text.body()).doesNotContain("{", type);
                    });
        }
    }

    @Test
    void a_person_reads_it_in_the_language_of_that_person() {
        var ana = new Target("mail", Optional.of("p_1"));
        var german = new Person(Map.of("mail", "ana@example.org"), Set.of(), Optional.of("de"), Optional.empty());
        var settings = new Settings(BOOK, List.of(), Map.of("p_1", german), Map.of(), NOON, Map.of());
        var event = new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.empty());
        assertThat(TEXTS.of(alone(ana, news(event)), settings))
                .isEqualTo(new Text("Verfügbar: The Matrix (1999)", "Bereit in jellyfin.", Tone.OK));
    }

    @Test
    void the_owners_words_come_first_and_one_that_no_longer_fits_is_passed_over() {
        var event = new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.empty());
        assertThat(own("Film ab: {name}", "{server ?: 'irgendwo'}", event))
                .isEqualTo(new Text("Film ab: The Matrix (1999)", "jellyfin", Tone.OK));
        assertThat(own("{nothing}", "", event).title()).isEqualTo("Available: The Matrix (1999)");
    }

    @Test
    void a_bad_template_is_refused_with_the_line_and_the_reason() {
        var news = news(new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty()));
        assertThatThrownBy(() -> TEXTS.preview(new OwnText("{name}", "one\n{nmae}"), news))
                .hasMessageContainingAll("The body cannot be used", "line 2", "nmae");
        assertThatThrownBy(() -> TEXTS.preview(new OwnText("{#if name}", ""), news))
                .hasMessageContainingAll("The title cannot be used", "line 1", "unterminated");
        assertThatThrownBy(() -> TEXTS.preview(new OwnText("{#for i in 1000000000}x{/for}", ""), news))
                .hasMessageContaining("The title cannot be used");
        assertThatThrownBy(() -> TEXTS.preview(new OwnText("{name.getClass}", ""), news))
                .hasMessageContaining("getClass");
    }

    /** A template that was good for the event it was tried with may count past the end of another. */
    @Test
    void a_template_that_fails_while_it_is_rendered_is_refused_and_loses_no_message() {
        var event = new ImportBlocked(MATRIX, "radarr", "D", List.of("one"));
        for (String template : List.of("{reasons.get(7)}", "{reasons.get(-1)}")) {
            assertThatThrownBy(() -> TEXTS.preview(new OwnText(template, ""), news(event)))
                    .as(template)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The title cannot be used: ");
            assertThat(own(template, "", event).title()).isEqualTo("Needs you: The Matrix (1999)");
        }
    }

    @Test
    void that_a_season_is_complete_says_all_of_its_episodes() {
        var show = MediaId.series(1);
        var last = new MediaBecameAvailable(
                show, Optional.empty(), Optional.empty(), Episodes.of(List.of(new Episodes.Number(2, 10))));
        var news = List.of(
                news(last).named("Example"),
                news(new SeasonCompleted(show, 2, 10)).named("Example"));
        var ids = List.of(new UUID(0, 1), new UUID(0, 2));
        var season =
                new Deliver(Target.everybody("phone"), Kind.SEASON, news, ids, 0, Optional.empty(), Optional.empty());
        assertThat(TEXTS.of(season, settings("en")).title()).isEqualTo("Complete: Example, season 2");
    }

    @Test
    void what_came_together_is_counted_and_named_as_far_as_there_is_room() {
        var news = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> news(new DownloadFailed(MediaId.movie(i), D1, "disk full"))
                        .named("Film " + i))
                .toList();
        var ids = IntStream.rangeClosed(1, 40).mapToObj(i -> new UUID(0, i)).toList();
        var storm =
                new Deliver(Target.everybody("phone"), Kind.STORM, news, ids, 20, Optional.empty(), Optional.empty());
        assertThat(TEXTS.of(storm, settings("en")))
                .isEqualTo(new Text(
                        "Failed: 60 downloads",
                        "Film 1 · Film 2 · Film 3 · Film 4 · Film 5 · Film 6 · Film 7 · Film 8 · Film 9 · Film 10 · and 50 more",
                        Tone.BAD));
    }

    @Test
    void the_quiet_hours_end_with_one_list() {
        var news = List.of(
                news(new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty())),
                news(new VpnDropped(new ComponentId("vpn"), "x")));
        var quiet = new Deliver(
                Target.everybody("phone"),
                Kind.QUIET,
                news,
                List.of(new UUID(0, 1), new UUID(0, 2)),
                0,
                Optional.empty(),
                Optional.empty());
        assertThat(TEXTS.of(quiet, settings("en")))
                .isEqualTo(new Text(
                        "While it was quiet: 2 notifications",
                        "Available: The Matrix (1999) · VPN down: vpn",
                        Tone.INFO));
    }

    @Test
    void without_a_title_the_id_has_to_do() {
        var event = new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty());
        assertThat(say(News.of(event, occurrence()).orElseThrow(), settings("en")))
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
    void the_seasons_and_the_quality_that_were_asked_for_are_named() {
        var event = new MediaRequested(
                MediaId.series(81189), R7, "Breaking Bad", Optional.of(2008), "user:1", true, List.of(1, 2));
        assertThat(told(event).body()).isEqualTo("Asked for in seerr, request 7, in 4K, season 1, 2.");
    }

    @Test
    void a_hostile_title_is_one_plain_line_and_leaves_room_for_the_rest() {
        var title = Optional.of(
                new Title("a\u0000\r\nb\u202Ec\u2028d\uD800 " + "\uD83C\uDFAC".repeat(500), Optional.empty()));
        var event = new ImportBlocked(MATRIX, "radarr", "D", List.of("x\ny".repeat(5000)));
        var news = News.of(event, occurrence()).orElseThrow().named(Wording.name(MATRIX, title));
        var text = say(news, settings("en"));
        assertThat(text.title()).startsWith("Needs you: a b c d ").endsWith("\uD83C\uDFAC…");
        assertThat(text.title().codePointCount(0, text.title().length())).isLessThanOrEqualTo(200);
        assertThat(text.body())
                .startsWith("radarr does not import it: \"x yx y")
                .endsWith("…\"")
                .doesNotContain("\n");
        assertThat(text.title().codePoints().mapToObj(Character::getType).collect(Collectors.toSet()))
                .doesNotContain((int) Character.CONTROL, (int) Character.SURROGATE);
    }

    @Test
    void what_no_database_takes_is_in_no_field_of_an_event_that_is_kept() {
        var event = new ImportBlocked(MATRIX, "radarr", "D\u0000", List.of("no\u0000name\uD800", "two\nlines"));
        var facts = news(event).facts();
        assertThat(facts).containsEntry("reasons", List.of("no name ", "two\nlines"));
        assertThat(Json.write(news(event))).doesNotContain("\\u0000");
    }

    private static Text told(DomainEvent event) {
        return say(news(event), settings("en"));
    }

    private static Text own(String title, String body, DomainEvent event) {
        var own = Map.of(OwnText.key(event.wireName(), OwnText.ANY, OwnText.ANY), new OwnText(title, body));
        return say(news(event), new Settings(BOOK, List.of(), Map.of(), own, NOON, Map.of()));
    }

    private static Text say(News news, Settings settings) {
        return TEXTS.of(alone(Target.everybody("phone"), news), settings);
    }

    private static Deliver alone(Target target, News news) {
        return Deliver.alone(target, news);
    }

    private static News news(DomainEvent event) {
        return News.of(event, occurrence())
                .orElseThrow()
                .named(Wording.name(event.about(), event.about() == MATRIX ? THE_MATRIX : Optional.empty()));
    }

    private static Settings settings(String language) {
        var book = new Rulebook(List.of(), Map.of(), language, ZoneOffset.UTC);
        return new Settings(book, List.of(), Map.of(), Map.of(), NOON, Map.of());
    }

    private static Occurrence occurrence() {
        return Occurrence.at(NOON, Via.HOOK, "seerr", NaturalKey.of("test", 1));
    }
}
