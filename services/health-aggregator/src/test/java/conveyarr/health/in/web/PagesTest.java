package conveyarr.health.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.flow.wire.Json;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Password;
import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Visitor;
import conveyarr.health.core.access.Visitor.Proof;
import conveyarr.health.core.incident.Incident;
import conveyarr.health.timeline.Cause;
import conveyarr.health.timeline.Stage;
import conveyarr.health.view.CheckView;
import conveyarr.health.view.Checks;
import conveyarr.health.view.HealthPage;
import conveyarr.health.view.HealthView;
import conveyarr.health.view.IncidentLine;
import conveyarr.health.view.Links;
import conveyarr.health.view.ListPage;
import conveyarr.health.view.OverviewView;
import conveyarr.health.view.Pending;
import conveyarr.health.view.RequestPage;
import conveyarr.health.view.RequestView;
import conveyarr.health.view.Row;
import conveyarr.health.view.other.ChannelKind;
import conveyarr.health.view.other.ChannelSettings;
import conveyarr.health.view.other.Connections;
import conveyarr.health.view.other.Deliveries;
import conveyarr.health.view.other.Downloads;
import conveyarr.health.view.other.HookDetail;
import conveyarr.health.view.other.Incoming;
import conveyarr.health.view.other.Messages;
import conveyarr.health.view.other.Plan;
import conveyarr.health.view.other.SavePlan;
import conveyarr.health.view.other.Settings;
import conveyarr.health.view.other.StallRules;
import conveyarr.health.view.other.Template;
import conveyarr.upstream.Upstreams;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every page, of hostile text and of nothing at all, without a server. */
class PagesTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String KEY = "key-of-radarr";
    private static final ChannelKind NTFY = new ChannelKind(
            "ntfy",
            List.of(
                    new ChannelKind.Key("topic", true, false),
                    new ChannelKind.Key("url", true, true),
                    new ChannelKind.Key("token", false, true)));
    private static final Pending WAITS = new Pending(true, true, List.of(HOSTILE), List.of(HOSTILE));
    private static final Pending NOTHING = new Pending(false, true, List.of(), List.of());
    private static final Frame ADMIN = frame(new Visitor(HOSTILE, Role.ADMIN, Proof.SESSION));
    private static final Frame READER = frame(new Visitor("ana", Role.READER, Proof.SESSION));
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .addLocator(PagesTest::locate)
            .build();

    @Test
    void what_others_wrote_is_text_on_every_page() {
        full().forEach((template, data) -> {
            String page = render(template, data, ADMIN);
            assertThat(page).as(template).contains("&lt;img src=x").doesNotContain("<img", "NOT_FOUND");
        });
    }

    @Test
    void every_page_without_anything_to_show_says_so_and_where_to_go() {
        empty().forEach((template, data) -> assertThat(render(template, data, ADMIN))
                .as(template)
                .contains("class=\"empty\"")
                .doesNotContain("NOT_FOUND"));
    }

    @Test
    void links_and_forms_are_relative_and_nothing_runs_but_our_files() {
        full().forEach((template, data) -> assertThat(render(template, data, ADMIN))
                .as(template)
                .doesNotContain("href=\"/", "src=\"/", "action=\"/", "javascript:", "style=\"", " onclick", "<style")
                .containsOnlyOnce("<h1"));
    }

    @Test
    void a_reader_is_offered_no_action() {
        full().forEach((template, data) -> {
            if (!Set.of("confirm", "access", "channel", "find", "template").contains(template)) {
                assertThat(render(template, data, READER).replace("action=\"../logout\" method=\"post\"", ""))
                        .as(template)
                        .doesNotContain("method=\"post\"");
            }
        });
    }

    @Test
    void a_key_that_was_typed_never_comes_back() {
        assertThat(render("find", full().get("find"), ADMIN))
                .contains("value=\"sealed\"", "value=\"token\"", "RADARR_API_KEY=&lt;the key&gt;")
                .doesNotContain(KEY);
    }

    @Test
    void the_secrets_of_a_channel_never_come_back_and_those_that_are_saved_may_be_left_empty() {
        assertThat(render("channel", full().get("channel"), ADMIN))
                .contains("name=\"set-topic\"", "value=\"sealed\"", "value=\"token\"", "url: &lt;the url&gt;")
                .contains(
                        "type=\"password\" name=\"set-token\" value=\"\" placeholder=\"empty: the one that is saved\"")
                .contains("type=\"text\" name=\"set-url\" value=\"\" required")
                .doesNotContain(KEY);
        assertThat(channel().wanted()).asString().doesNotContain(KEY);
    }

    @Test
    void the_address_of_a_server_alone_need_not_be_typed_again() {
        var wanted = new WantedChannel("phone", "ntfy", Map.of("url", "https://ntfy.sh"), "");
        var page = new ChannelPage(List.of(NTFY), Set.of(), new Attempt<>(wanted, null, "No."));
        assertThat(render("channel", Map.of("page", page), ADMIN))
                .contains("name=\"set-url\" value=\"https://ntfy.sh\"");
    }

    @Test
    void what_somebody_set_outside_is_not_offered_to_be_changed() {
        var outside = new ChannelSettings(
                "ntfy", "ntfy.sh", Map.of(), Set.of(), Map.of("url", "variable NTFY_URL"), false, "none");
        var channel = new Messages.Channel("phone", "open", "RESEND", true, outside);
        var page = new MessagesPage(new Messages(List.of(channel), List.of(), List.of()), null, null, NOTHING);
        assertThat(render("messages", Map.of("page", page), ADMIN))
                .contains("set by variable NTFY_URL")
                .doesNotContain("phone/remove", "channel?name=phone");
        assertThat(render("messages", full().get("messages"), ADMIN)).contains("phone/remove", "channel?name=phone");
    }

    @Test
    void a_change_keeps_all_that_is_saved_of_a_program_but_its_key() {
        var saved = new Settings(
                "overseerr", "http://s:5055", "http://s:9", "ana", true, true, false, Map.of(), true, "none");
        var item = new Connections.Item(
                "portal", "seerr", "ours", null, null, List.of(), NOON, NOON, false, NOON, null, null, saved);
        var wanted = Wanted.of(item);
        assertThat(wanted.order())
                .hasToString(
                        "{\"kind\":\"overseerr\",\"url\":\"http://s:5055\",\"healthUrl\":\"http://s:9\",\"username\":\"ana\","
                                + "\"password\":\"\",\"sealed\":\"\",\"behindVpn\":true,\"required\":false}");
        var tried = new Form(wanted.fields("sealed"));
        assertThat(Wanted.of(tried).order().put("sealed", "")).isEqualTo(wanted.order());
        var page = new FindPage(List.of(), List.of("radarr", "redis"), NOTHING, Attempt.none(wanted));
        assertThat(render("find", Map.of("page", page), ADMIN))
                .contains("<option selected>overseerr</option>", "<option>redis</option>")
                .contains("name=\"healthUrl\" value=\"http://s:9\"", "name=\"behindVpn\" checked")
                .doesNotContain("name=\"required\" checked");
    }

    @Test
    void what_a_person_typed_is_printed_nowhere() {
        var form = new Form(Map.of("key", KEY));
        var call = new Neighbours.Call("PUT", "/x", Optional.of(Wanted.of(form).order()));
        assertThat(List.of(form, Wanted.of(form), call)).asString().doesNotContain(KEY);
    }

    @Test
    void what_was_saved_is_said_to_wait_and_the_start_is_offered_where_it_can_be_had() {
        var alone = Map.of("connections", Connections.NONE, "pending", new Pending(true, false, List.of(), List.of()));
        var both = Map.of("connections", Connections.NONE, "pending", new Pending(true, true, List.of(), List.of()));
        assertThat(render("connections", alone, ADMIN))
                .contains("start it again yourself")
                .doesNotContain("settings/restart");
        assertThat(render("connections", both, ADMIN)).contains("settings/restart");
        assertThat(render("connections", both, READER))
                .contains("counts from the next start")
                .doesNotContain("settings/restart");
    }

    @Test
    void a_download_shows_its_plan_and_a_held_client_its_banner() {
        assertThat(render("downloads", full().get("downloads"), ADMIN))
                .contains("Next: Try other release at")
                .contains(
                        "VPN down since 20 Nov 12:00:00: 4 downloads of qbittorrent paused by us, will resume by themselves.")
                .contains("downloads/qbittorrent%3Aabc/keep");
    }

    @Test
    void an_incident_that_lasts_is_told_apart_from_one_that_is_over_each_with_its_length_and_what_it_did() {
        String page = render("checks", full().get("checks"), READER);
        String open = page.substring(page.indexOf("Open incidents"), page.indexOf("<article"));
        String over = page.substring(page.indexOf("Incidents that are over"));
        assertThat(open).contains(", 10 min so far; 4 downloads held, 0 lost").containsOnlyOnce("<li>");
        assertThat(over).contains(", 2 min 15 s; 4 downloads held, 0 lost").containsOnlyOnce("<li>");
        assertThat(render("checks", empty().get("checks"), READER))
                .contains("Nothing went wrong")
                .doesNotContain("Open incidents");
    }

    @Test
    void a_check_can_be_looked_at_at_once_by_whoever_may_act_and_only_if_it_is_set_up() {
        assertThat(render("checks", full().get("checks"), ADMIN)).contains("action=\"../health/radarr/look\"");
        var lack = Checks.of(new Upstreams.NotConfigured("seerr", "conveyarr.upstreams.seerr.api-key"));
        var page = HealthPage.of(HealthView.of(List.of(lack), false), List.of(), NOON);
        assertThat(render("checks", Map.of("page", page), ADMIN))
                .contains("Not configured")
                .doesNotContain("/look");
    }

    @Test
    void a_request_says_what_comes_next_where_else_it_is_shown_and_how_far_its_download_is() {
        assertThat(render("request", full().get("request"), READER))
                .contains("Next: It is imported as soon as the download is complete.")
                .contains(
                        "<a class=\"button\" href=\"https://nas/radarr/movie/603\" rel=\"noreferrer\">Open in radarr</a>")
                .contains("data-copy>Copy link");
        assertThat(render("requests", full().get("requests"), READER))
                .contains("<progress max=\"1\" value=\"0.62\"")
                .contains("<option value=\"tv\" selected>Series</option>")
                .contains("requests?q=&amp;stage=&amp;user=&amp;kind=tv");
    }

    @Test
    void what_waits_for_a_person_can_be_acted_on_from_the_first_page() {
        assertThat(render("overview", full().get("overview"), ADMIN))
                .contains("action=\"../requests/rq_1/actions/force-import\"", ">Import by force</button>")
                .doesNotContain("actions/explain");
    }

    private static RequestView asked() {
        return new RequestView(
                "rq_1", HOSTILE, 1999, "tv", "S02", HOSTILE, "DOWNLOADING", "info", 0.62, NOON, NOON, null, NOON);
    }

    private static ListPage requests() {
        var chosen = new Chosen();
        chosen.kind = "tv";
        return new ListPage(Map.of(Stage.DOWNLOADING, 1L), List.of(new Row(asked())), chosen.shown(null), false);
    }

    private static RequestTabs request() {
        return new RequestTabs(
                new RequestPage(new Row(asked()), List.of(), List.of()),
                new RequestTabs.Tab("story", List.of()),
                List.of(),
                List.of(),
                List.of(new Links.Link("radarr", "https://nas/radarr/movie/603")));
    }

    private static Map<String, Object> full() {
        return Map.ofEntries(
                Map.entry("overview", Map.of("page", overview(List.of(needed()), List.of(tile())))),
                Map.entry("requests", Map.of("page", requests())),
                Map.entry("request", Map.of("page", request())),
                Map.entry("message", Map.of("note", new Html.Note(HOSTILE, HOSTILE, HOSTILE, "requests", HOSTILE))),
                Map.entry("confirm", Map.of("question", question())),
                Map.entry("downloads", Map.of("page", new DownloadsPage(downloads(), null))),
                Map.entry("incoming", Map.of("page", incoming(List.of(hook())))),
                Map.entry("hook", Map.of("hook", detail())),
                Map.entry("outgoing", Map.of("page", new OutgoingPage(deliveries(), "", "", null))),
                Map.entry("checks", Map.of("page", health(List.of(check())))),
                Map.entry("connections", Map.of("connections", connections(), "pending", WAITS)),
                Map.entry("hooks", Map.of("connections", connections(), "pending", WAITS)),
                Map.entry("messages", Map.of("page", messages())),
                Map.entry("template", Map.of("page", template())),
                Map.entry("rules", Map.of("page", rules())),
                Map.entry("access", Map.of("page", access())),
                Map.entry("restart", Map.of("waitsFor", List.of(HOSTILE), "self", "settings/restart")),
                Map.entry("channel", Map.of("page", channel())),
                Map.entry("find", Map.of("page", found())));
    }

    private static Map<String, Object> empty() {
        var shown = new ListPage.Shown(new ListPage.Shown.Filter("", "", "", ""), "requests", null);
        return Map.ofEntries(
                Map.entry("overview", Map.of("page", overview(List.of(), List.of()))),
                Map.entry("log", Map.of("page", new LogPage(List.of(), new LogPage.Asked("", ""), "", null))),
                Map.entry("requests", Map.of("page", new ListPage(Map.of(), List.of(), shown, false))),
                Map.entry("downloads", Map.of("page", new DownloadsPage(Downloads.NONE, null))),
                Map.entry("incoming", Map.of("page", incoming(List.of()))),
                Map.entry("outgoing", Map.of("page", new OutgoingPage(Deliveries.NONE, "", "", null))),
                Map.entry("checks", Map.of("page", health(List.of()))),
                Map.entry("connections", Map.of("connections", Connections.NONE, "pending", NOTHING)),
                Map.entry("hooks", Map.of("connections", Connections.NONE, "pending", NOTHING)),
                Map.entry("messages", Map.of("page", noMessages())),
                Map.entry("proof", Map.of("page", noMessages())),
                Map.entry("channel", Map.of("page", noKinds())));
    }

    private static MessagesPage noMessages() {
        return new MessagesPage(new Messages(List.of(), List.of(), List.of()), null, null, NOTHING);
    }

    private static ChannelPage noKinds() {
        return new ChannelPage(List.of(), Set.of(), Attempt.none(WantedChannel.NOTHING));
    }

    private static OverviewPage overview(List<OverviewView.NeedsYou> needs, List<OverviewView.Tile> stack) {
        return new OverviewPage(
                new OverviewView(
                        new OverviewView.Verdict("bad", "1 thing needs you."),
                        needs,
                        new OverviewView.Counts(1, 2, 3, 4),
                        2460L,
                        List.of(),
                        stack,
                        new OverviewView.Ingest(31, 31, 2, 0)),
                needs.isEmpty());
    }

    private static OverviewView.NeedsYou needed() {
        return new OverviewView.NeedsYou(
                "rq_1",
                HOSTILE,
                2024,
                NOON,
                new Cause("IMPORT_BLOCKED", HOSTILE, "radarr", NOON),
                List.of("explain", "force-import", "retry-other-release"));
    }

    private static OverviewView.Tile tile() {
        return new OverviewView.Tile("radarr", "radarr", "bad", "Down", HOSTILE);
    }

    private static Question question() {
        return new Question(
                HOSTILE,
                new Plan(List.of(new Plan.Step("radarr", HOSTILE, HOSTILE)), "token"),
                Map.of("name", HOSTILE),
                "downloads");
    }

    private static Downloads downloads() {
        var live = new Downloads.Live(0.62, 1_000_000, 5200, 540L, 8, HOSTILE);
        var item = new Downloads.Item(
                "qbittorrent:abc",
                "qbittorrent",
                HOSTILE,
                "movie:tmdb:603",
                "stalled",
                "warn",
                new Downloads.Cause("STALLED", HOSTILE),
                live,
                NOON,
                new Downloads.Plan("TRY_OTHER_RELEASE", NOON, HOSTILE),
                false,
                true);
        return new Downloads(
                List.of(item), List.of(new Downloads.Client("qbittorrent", Map.of("VPN_DOWN", NOON), 4, true)), true);
    }

    private static Incoming.Hook hook() {
        return new Incoming.Hook(
                new UUID(1, 2), NOON, HOSTILE, "127.0.0.1", HOSTILE, "REJECTED", HOSTILE, 401, 0, new UUID(1, 3));
    }

    private static IncomingPage incoming(List<Incoming.Hook> hooks) {
        return new IncomingPage(new Incoming(hooks, null), List.of("radarr"), new IncomingPage.Asked(), null);
    }

    private static HookDetail detail() {
        var product =
                new HookDetail.Product(new UUID(1, 4), "release.grabbed.v1", "movie:tmdb:603", "hook", NOON, "topic");
        return new HookDetail(
                new UUID(1, 2),
                NOON,
                HOSTILE,
                "127.0.0.1",
                Map.of(HOSTILE, HOSTILE),
                "{\"title\":\"<img src=x>\"}",
                "abc",
                2,
                HOSTILE,
                "STORED",
                null,
                202,
                null,
                List.of(product),
                List.of(new HookDetail.Again(new UUID(1, 5), NOON)));
    }

    private static Deliveries deliveries() {
        var item = new Deliveries.Item("1", "fact", "phone", HOSTILE, "x", "FAILED", HOSTILE, HOSTILE, NOON, NOON);
        return new Deliveries(List.of(item), "next");
    }

    private static CheckView check() {
        var span = new CheckView.Span(NOON.minusSeconds(7200), null, "bad");
        return new CheckView(
                "radarr",
                "Ingest",
                "radarr",
                "answers",
                "down",
                "bad",
                HOSTILE,
                NOON,
                5L,
                NOON,
                HOSTILE,
                null,
                NOON,
                List.of(span));
    }

    private static HealthPage health(List<CheckView> checks) {
        var incidents = checks.isEmpty()
                ? List.<IncidentLine>of()
                : List.of(incident(Optional.empty()), incident(Optional.of(NOON.plusSeconds(135))));
        return HealthPage.of(HealthView.of(checks, false), incidents, NOON.plusSeconds(600));
    }

    private static IncidentLine incident(Optional<Instant> end) {
        var affected = new Incident.Affected(4, 0, Set.of());
        return IncidentLine.of(
                new Incident(
                        new UUID(1, 6),
                        Incident.Cause.VPN_DOWN,
                        HOSTILE,
                        NOON,
                        end,
                        HOSTILE,
                        affected,
                        List.of(HOSTILE)),
                NOON.plusSeconds(600));
    }

    private static Connections connections() {
        var copies = new Connections.Copies("http://old", 1, 2, 3, HOSTILE);
        return new Connections(
                List.of(connection("ours", copies), connection("foreign", null), connection("absent", null)));
    }

    private static Connections.Item connection(String state, Connections.Copies copies) {
        return new Connections.Item(
                "radarr",
                "radarr",
                state,
                null,
                HOSTILE,
                List.of(HOSTILE),
                NOON,
                NOON,
                true,
                NOON,
                copies,
                HOSTILE,
                new Settings(
                        "radarr",
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        true,
                        false,
                        true,
                        Map.of("url", HOSTILE),
                        true,
                        "changed"));
    }

    private static MessagesPage messages() {
        var at = new ChannelSettings(
                "ntfy", HOSTILE, Map.of("topic", HOSTILE), Set.of("url"), Map.of("url", HOSTILE), true, "changed");
        var channel = new Messages.Channel("phone", "open", "RESEND", true, at);
        var rule = new Messages.Rule(List.of(HOSTILE), List.of("*"), "everybody", "now");
        var mute = new Messages.Mute(null, null, HOSTILE, NOON);
        return new MessagesPage(
                new Messages(List.of(channel), List.of(rule), List.of(mute)),
                new MessagesPage.Tried("phone", false, HOSTILE),
                null,
                WAITS);
    }

    private static TemplatePage template() {
        var news = new Template.News(new UUID(1, 2), HOSTILE, NOON);
        return new TemplatePage(
                "x.y.v1",
                new Template(HOSTILE, HOSTILE),
                List.of(news),
                new Template.Preview(HOSTILE, HOSTILE),
                "",
                HOSTILE);
    }

    private static RulesPage rules() {
        String json =
                "{\"progress\":{\"patience\":\"PT1H\",\"settle\":\"PT5M\"},\"rules\":[{\"name\":\"<img src=x>\",\"kind\":\"STALLED\","
                        + "\"steps\":[{\"action\":\"REPLACE\",\"after\":\"PT1H\"}]}],\"protectedWords\":[\"keep\"],\"dryRun\":true,\"more\":1}";
        return new RulesPage(Json.read(json, StallRules.class), null);
    }

    private static AccessPage access() {
        return new AccessPage(
                List.of(new Account(HOSTILE, Role.OPERATOR, new Password("x"), 1)), false, false, HOSTILE);
    }

    private static ChannelPage channel() {
        var values = Map.of("url", "http://" + KEY + "/" + KEY, "token", KEY, "topic", HOSTILE);
        var wanted = new WantedChannel("phone", "ntfy", values, "");
        var plan = new SavePlan(List.of(), "token", new SavePlan.Tested(true, HOSTILE), "sealed");
        return new ChannelPage(List.of(NTFY), Set.of("token"), new Attempt<>(wanted, plan, null));
    }

    private static FindPage found() {
        var wanted = new Wanted("radarr", "radarr", HOSTILE, HOSTILE, "", KEY, true, false, "");
        var plan = new SavePlan(List.of(), "token", new SavePlan.Tested(true, HOSTILE), "sealed");
        var attempt = new Attempt<>(wanted, plan, null);
        return new FindPage(health(List.of(check())).groups().get("Ingest"), List.of("radarr"), WAITS, attempt);
    }

    private static Frame frame(Visitor visitor) {
        return new Frame("../", "requests", visitor, new Frame.About("1", "b", "UTC"), null);
    }

    @SuppressWarnings("unchecked")
    private static String render(String template, Object data, Frame frame) {
        var instance = ENGINE.getTemplate("health/" + template).instance().data("frame", frame);
        ((Map<String, Object>) data).forEach(instance::data);
        return instance.render();
    }

    private static Optional<TemplateLocation> locate(String id) {
        Path file = Path.of("src/main/resources/templates", id + ".html");
        return Files.exists(file) ? Optional.of(new Source(file)) : Optional.empty();
    }

    private record Source(Path file) implements TemplateLocation {
        @Override
        public Reader read() {
            try {
                return Files.newBufferedReader(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType("text/html"));
        }
    }
}
