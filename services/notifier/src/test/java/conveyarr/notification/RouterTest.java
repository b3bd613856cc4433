package conveyarr.notification;

import static conveyarr.notification.Story.NOON;
import static conveyarr.notification.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.ImportBlocked;
import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.ClientHeld;
import conveyarr.events.DownloadEvent.ClientReleased;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadProgressed;
import conveyarr.events.DownloadEvent.DownloadReleased;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadEvent.ListenPortSet;
import conveyarr.events.DownloadId;
import conveyarr.events.Episodes;
import conveyarr.events.HealthEvent.ForwardedPortChanged;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.SeasonCompleted;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.notification.core.News;
import conveyarr.notification.core.bundle.Terms.Kind;
import conveyarr.notification.core.rule.Check;
import conveyarr.notification.core.rule.Mute;
import conveyarr.notification.core.rule.Person;
import conveyarr.notification.core.rule.Quiet;
import conveyarr.notification.core.rule.Route;
import conveyarr.notification.core.rule.Route.Way.Collected;
import conveyarr.notification.core.rule.Route.Way.Now;
import conveyarr.notification.core.rule.Route.Way.Silent;
import conveyarr.notification.core.rule.Router;
import conveyarr.notification.core.rule.Rule;
import conveyarr.notification.core.rule.Rulebook;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.core.rule.Windows;
import conveyarr.notification.core.rule.Windows.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is told, and when. */
class RouterTest {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final MediaId MATRIX = MediaId.movie(603);
    static final News AVAILABLE = news(new MediaBecameAvailable(MATRIX, Optional.empty(), Optional.empty()));
    static final News STEP = news(new DownloadProgressed(MATRIX, new DownloadId("q", "x"), 10, Optional.empty()));
    static final News BLOCKED = news(new ImportBlocked(MATRIX, "radarr", "d", List.of("no")));
    static final Person ANA =
            new Person(Map.of("mail", "ana@x.org", "phone", ""), Set.of("family"), Optional.empty(), Optional.empty());
    static final Person BEN =
            new Person(Map.of("mail", "ben@x.org"), Set.of("family", "admin"), Optional.empty(), Optional.empty());
    static final Router ROUTER = new Router(
            new Windows(
                    new Window(Duration.ofSeconds(20), Duration.ofMinutes(5)),
                    new Window(Duration.ofSeconds(3), Duration.ofSeconds(30)),
                    Duration.ofHours(12)),
            List.of("home", "mail", "phone"),
            Set.of("phone"));

    @Test
    void without_rules_everybody_hears_the_ends_and_the_troubles_and_nobody_the_steps() {
        assertThat(to(AVAILABLE)).containsExactly("home", "mail", "phone");
        assertThat(to(BLOCKED)).containsExactly("home", "mail", "phone");
        assertThat(to(STEP)).isEmpty();
        assertThat(Router.concerns(settings(), STEP.type(), STEP.concern())).isFalse();
    }

    /** All that a drop of three minutes under 50 downloads tells, over all services. */
    @Test
    void a_drop_of_the_vpn_is_one_message_out_and_one_back_however_many_downloads_waited() {
        var gluetun = new ComponentId("gluetun");
        var qbit = new ComponentId("qbit");
        var lasted = Duration.ofMinutes(3);
        List<DomainEvent> drop = new ArrayList<>();
        drop.add(new VpnDropped(gluetun, "the gateway says \"crashed\""));
        drop.add(new VpnSeen(gluetun, VpnState.DOWN, NOON, "", Optional.empty(), List.of()));
        drop.add(new ClientHeld(qbit, HoldReason.VPN_DOWN, "", 50));
        IntStream.range(0, 50)
                .mapToObj(i ->
                        new DownloadHeld(MediaId.movie(i), new DownloadId("qbit", "h" + i), HoldReason.VPN_DOWN, true))
                .forEach(drop::add);
        drop.add(new VpnRestored(gluetun, Optional.of("185.65.134.240"), List.of(51413)));
        drop.add(new ForwardedPortChanged(gluetun, List.of(), List.of(51413)));
        drop.add(new ListenPortSet(qbit, 51412, 51413, true));
        drop.add(new ClientReleased(qbit, HoldReason.VPN_DOWN, lasted, 50));
        IntStream.range(0, 50)
                .mapToObj(i -> new DownloadReleased(
                        MediaId.movie(i), new DownloadId("qbit", "h" + i), HoldReason.VPN_DOWN, lasted))
                .forEach(drop::add);
        assertThat(drop)
                .filteredOn(event -> Router.concerns(
                        settings(), event.wireName(), news(event).concern()))
                .hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(to(news(drop.getFirst()))).containsExactly("home", "mail", "phone");
    }

    @Test
    void each_event_goes_to_the_channels_and_people_that_its_rules_name() {
        var mine = new Rule(List.of("library.*"), List.of("mail"), "requester", "now");
        var family = new Rule(List.of("needs-you"), List.of(), "role:admin", "now");
        var steps = new Rule(List.of("download.progressed.v1"), List.of("home"), "everybody", "now");
        assertThat(to(AVAILABLE, mine, family, steps)).containsExactly("mail|p_ana");
        assertThat(to(BLOCKED, mine, family, steps)).containsExactly("mail|p_ben");
        assertThat(to(STEP, mine, family, steps)).containsExactly("home");
        assertThat(to(AVAILABLE, new Rule(List.of("*"), List.of(), "role:family", "now")))
                .containsExactlyInAnyOrder("mail|p_ana", "phone|p_ana", "mail|p_ben");
        assertThat(to(AVAILABLE, new Rule(List.of("*"), List.of(), "person:p_ben", "now")))
                .containsExactly("mail|p_ben");
    }

    @Test
    void never_is_stronger_than_now_and_now_than_a_digest() {
        var all = new Rule(List.of("*"), List.of(), "everybody", "now");
        var daily = new Rule(List.of("*"), List.of("home", "mail"), "everybody", "08:00");
        var never = new Rule(List.of("library.*"), List.of("phone"), "everybody", "never");
        for (var rules : List.of(List.of(all, daily, never), List.of(never, daily, all))) {
            assertThat(to(AVAILABLE, rules.toArray(Rule[]::new))).containsExactlyInAnyOrder("home", "mail");
        }
        assertThat(routes(settings(daily, all), AVAILABLE)).allMatch(route -> route.way() instanceof Now);
        assertThat(routes(settings(daily), AVAILABLE))
                .allSatisfy(route -> assertThat(route.way()).isInstanceOfSatisfying(Collected.class, collected -> {
                    assertThat(collected.terms().kind()).isEqualTo(Kind.DIGEST);
                    assertThat(collected.terms().due()).contains(Instant.parse("2030-01-02T07:00:00Z"));
                }));
    }

    @Test
    void what_is_muted_is_written_down_until_the_mute_ends() {
        var mute = new Mute(Optional.of("phone"), Optional.of("library.*"), Optional.of(MATRIX.key()), at(60));
        var settings = new Settings(book(), List.of(mute), Map.of(), Map.of(), NOON, Map.of());
        assertThat(ROUTER.routes(settings, AVAILABLE, Set.of(), at(59)))
                .filteredOn(route -> route.way() instanceof Silent)
                .extracting(route -> route.target().toString())
                .containsExactly("phone");
        assertThat(ROUTER.routes(settings, AVAILABLE, Set.of(), at(60))).allMatch(route -> route.way() instanceof Now);
    }

    @Test
    void what_happened_before_the_first_start_is_not_told() {
        var later = new Settings(book(), List.of(), Map.of(), Map.of(), at(1), Map.of());
        assertThat(ROUTER.routes(later, AVAILABLE, Set.of(), at(2)))
                .hasSize(3)
                .allMatch(route -> route.way() instanceof Silent);
    }

    @Test
    void what_happened_before_a_channel_was_added_is_not_told_there() {
        var settings = new Settings(book(), List.of(), Map.of(), Map.of(), NOON, Map.of("phone", at(1), "home", NOON));
        assertThat(ROUTER.routes(settings, AVAILABLE, Set.of(), at(2))).allSatisfy(route -> {
            boolean added = route.target().channel().equals("phone");
            assertThat(route.way())
                    .isEqualTo(added ? new Silent("happened before this channel was added") : new Route.Way.Now());
        });
    }

    @Test
    void episodes_come_together_and_grow_only_where_a_message_can_be_changed() {
        var episode = news(new MediaBecameAvailable(MediaId.series(1), Optional.empty(), Optional.empty()));
        assertThat(routes(settings(), episode))
                .allSatisfy(route -> assertThat(route.way()).isInstanceOfSatisfying(Collected.class, collected -> {
                    boolean edits = route.target().channel().equals("phone");
                    assertThat(collected.terms().kind()).isEqualTo(Kind.SEASON);
                    assertThat(collected.terms().editFor()).isEqualTo(edits ? Duration.ofHours(12) : Duration.ZERO);
                }));
    }

    @Test
    void a_season_that_is_complete_is_told_with_its_episodes() {
        var show = MediaId.series(1);
        var episodes = new MediaBecameAvailable(
                show, Optional.empty(), Optional.empty(), Episodes.of(List.of(new Episodes.Number(2, 9))));
        assertThat(keys(new SeasonCompleted(show, 2, 10))).isEqualTo(keys(episodes));
        assertThat(keys(new SeasonCompleted(show, 3, 10))).doesNotContainAnyElementsOf(keys(episodes));
    }

    private static List<String> keys(LibraryEvent event) {
        return routes(settings(), news(event)).stream()
                .map(route -> ((Collected) route.way()).terms().key())
                .toList();
    }

    @Test
    void the_night_is_quiet_over_midnight_and_over_the_change_of_the_clocks() {
        var night = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN, true);
        assertThat(night.until(Instant.parse("2030-01-01T20:59:59Z"))).isEmpty();
        assertThat(night.until(Instant.parse("2030-01-01T21:00:00Z"))).contains(Instant.parse("2030-01-02T06:00:00Z"));
        assertThat(night.until(Instant.parse("2030-01-02T05:59:59Z"))).contains(Instant.parse("2030-01-02T06:00:00Z"));
        assertThat(night.until(Instant.parse("2030-01-02T06:00:00Z"))).isEmpty();
        assertThat(night.until(Instant.parse("2030-03-30T23:00:00Z"))).contains(Instant.parse("2030-03-31T05:00:00Z"));
        var noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), BERLIN, false);
        assertThat(noon.until(NOON)).contains(Instant.parse("2030-01-01T13:00:00Z"));
    }

    @Test
    void what_cannot_be_followed_is_refused_in_one_sentence() {
        assertThat(wrong(new Rule(List.of("library.nothing"), null, null, null)))
                .contains("library.nothing");
        assertThat(wrong(new Rule(null, List.of("telly"), null, null))).contains("telly", "home");
        assertThat(wrong(new Rule(null, null, "friends", null))).contains("friends", "requester");
        assertThat(wrong(new Rule(null, null, null, "8 o'clock"))).contains("8 o'clock", "08:00");
        assertThat(wrong(new Rule(null, null, null, null))).isEmpty();
    }

    private static String wrong(Rule rule) {
        return new Check(List.of("home", "phone"), Set.of("en"))
                .wrong(new Rulebook(List.of(rule), Map.of(), "en", BERLIN))
                .orElse("");
    }

    private static List<String> to(News news, Rule... rules) {
        return routes(settings(rules), news).stream()
                .map(route -> route.target().toString())
                .toList();
    }

    private static List<Route> routes(Settings settings, News news) {
        return ROUTER.routes(settings, news, Set.of("p_ana", "p_nobody"), NOON);
    }

    private static Settings settings(Rule... rules) {
        return new Settings(book(rules), List.of(), Map.of("p_ana", ANA, "p_ben", BEN), Map.of(), NOON, Map.of());
    }

    private static Rulebook book(Rule... rules) {
        return new Rulebook(List.of(rules), Map.of(), "en", BERLIN);
    }

    private static News news(DomainEvent event) {
        return News.of(event, Occurrence.at(NOON, Via.HOOK, "test", NaturalKey.of(event.wireName(), 1)))
                .orElseThrow();
    }
}
