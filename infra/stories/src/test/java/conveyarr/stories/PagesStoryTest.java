package conveyarr.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static conveyarr.stories.World.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import conveyarr.simulator.movie.Movie;
import conveyarr.stories.Chromium.Look;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The pages as a person uses them, one story after the other, in the browser of this machine, by {@code make pages}. */
@EnabledIfSystemProperty(named = "conveyarr.pages", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesStoryTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String CHANNEL_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String PROXY = "127.0.0.2";
    private static final List<String> PAGES = List.of(
            "",
            "requests",
            "downloads",
            "events",
            "events/outgoing",
            "health",
            "settings/connections",
            "settings/rules",
            "settings/notifications",
            "settings/notifications/channel",
            "settings/notifications/channel?kind=email",
            "settings/notifications/words/library.available.v1",
            "settings/access",
            "settings/about",
            "settings/restart",
            "setup/find",
            "setup/hooks",
            "setup/proof");

    private World world;
    private Chromium chromium;
    private int movies = 5000;

    @BeforeAll
    void start() throws Exception {
        if (!Chromium.isThere()) {
            System.out.println("PagesStoryTest is skipped: there is no /usr/bin/chromium");
        }
        assumeTrue(Chromium.isThere(), "no /usr/bin/chromium");
        world = World.start(
                false,
                Map.of(
                        "CONVEYARR_ACCESS_PROXY_TRUSTED", PROXY,
                        "URL_BASE", "/flow",
                        "RADARR_URL", "", // it is set up by the first story
                        "RADARR_API_KEY", "",
                        "CONVEYARR_DOWNLOAD_STALLED_AFTER", "4s",
                        "CONVEYARR_UPSTREAMS_QBITTORRENT_BEHIND_VPN", "true"));
        chromium = new Chromium(world.conveyarr.page());
    }

    @AfterAll
    void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (world != null) {
            world.close();
        }
    }

    @Test
    @Order(1)
    void the_first_start_leads_through_the_setup_until_a_hook_is_verified() throws Exception {
        world.stack.radarr().disconnect();
        try (Page page = chromium.page()) {
            page.navigate("/");
            assertThat(page).hasURL(Pattern.compile(".*/setup$"));
            Chromium.isAccessible(page, "setup");
            page.getByLabel("Name").fill("olga");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByLabel("API key").fill("wrong");
            page.getByText("Create the account").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is not the API key");
            page.getByLabel("Name").fill("olga");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByLabel("API key").fill(Installation.KEY);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/setup/find.*"));
            chromium.remember(page);
            attempt(page, "wrong");
            assertThat(page.locator(".notice.tone-bad")).containsText("key");
            attempt(page, world.stack.radarr().apiKey());
            assertThat(page.locator(".notice.tone-ok")).containsText("Connected. radarr");
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".notice").first()).containsText("Saved.");
            tellsNoKey(page);
            Chromium.isAccessible(page, "setup saved");
            page.getByText("Start again with what was saved").click();
            assertThat(page.locator("table")).containsText("end the process");
            page.getByText("Do it").click();
            assertThat(page.locator("#live")).hasText("Reconnecting", text());
            assertThat(page.locator("#live"))
                    .hasText("Live", new LocatorAssertions.HasTextOptions().setTimeout(180_000));
            assertThat(page.locator("#restart")).containsText("has started again", patiently());
            page.reload();
            assertThat(page.locator("#restart")).containsText("has started again", patiently());
            Chromium.isAccessible(page, "started again");
            page.getByText("Next: hooks").click();
            page.getByLabel("Install the hook of radarr").click();
            assertThat(page.locator("table")).containsText("save a webhook");
            page.getByText("Do it").click();
            assertThat(page.getByLabel("radarr", exactly())).containsText("Hook comes to us", patiently());
            page.navigate("/settings/connections");
            page.getByLabel("Test radarr").click();
            assertThat(page.locator("#content")).containsText("reached us through its own test");
            page.navigate("/settings/connections");
            assertThat(page.getByLabel("radarr", exactly())).containsText("its key is set");
            assertThat(page.getByLabel("seerr", exactly()))
                    .containsText("set by variable SEERR_API_KEY, variable SEERR_URL");
            tellsNoKey(page);
        }
    }

    @Test
    @Order(2)
    void a_webhook_of_somebody_else_is_replaced_and_gets_a_copy() throws Exception {
        try (var other = new Receiver();
                Page page = chromium.page()) {
            seerrSendsTo(other.url());
            world.conveyarr.get("/api/v1/connections/seerr");
            page.navigate("/settings/connections");
            assertThat(page.getByLabel("seerr", exactly()))
                    .containsText(other.url().getAuthority());
            page.getByLabel("Replace and forward: seerr").click();
            page.getByText("Do it").click();
            assertThat(page.getByLabel("seerr", exactly())).containsText("Hook comes to us", patiently());
            requested("Forwarded");
            soon().untilAsserted(() -> assertThat(other.about("Forwarded")).isNotEmpty());
            soon().untilAsserted(() ->
                    assertThat(world.conveyarr.text("/events?q=Forwarded")).contains("MEDIA_"));
            assertThat(other.about("Forwarded"))
                    .extracting(Receiver.Message::body)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(3)
    void a_request_appears_by_itself_and_leaves_what_is_typed_alone() {
        try (Page page = chromium.page()) {
            page.navigate("/requests");
            assertThat(page.locator("#live")).hasText("Live");
            Locator find = page.getByLabel("Find");
            find.pressSequentially("Typed");
            requested("Typed In Time");
            assertThat(page.locator("#list")).containsText("Typed In Time", patiently());
            assertThat(find).hasValue("Typed");
            assertThat(find).isFocused();
        }
    }

    @Test
    @Order(4)
    void a_whole_life_fills_seven_stages_and_its_tabs() {
        try (Page page = chromium.page()) {
            page.navigate("/requests?q=typed");
            page.getByText("Typed In Time").click();
            assertThat(page.locator(".verdict")).containsText("Available", patiently());
            assertThat(page.locator(".stages time"))
                    .hasCount(7, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            var times = page.locator(".stages time").all().stream()
                    .map(one -> one.getAttribute("datetime"))
                    .toList();
            assertThat(times).isSorted();
            Chromium.picture(page, "request-light-desktop");
            Chromium.isAccessible(page, "request");
            assertThat(page.getByText("Open in radarr")).hasAttribute("href", Pattern.compile("http://.*/movie/\\d+"));
            page.getByText("Copy link").click();
            assertThat(page.locator("[data-copy]")).hasText("Copied");
            page.getByText(Pattern.compile("Raw events")).click();
            assertThat(page.locator("tbody")).containsText("conveyarr.library");
            assertThat(page.locator("tbody")).containsText("offset");
            String address = page.url();
            page.navigate("/");
            page.navigate(address);
            assertThat(page.locator("[aria-current=page]", new Page.LocatorOptions().setHasText("Raw")))
                    .isVisible();
            page.getByText("Hooks", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("tbody")).containsText("radarr");
        }
    }

    @Test
    @Order(5)
    void a_hook_that_was_lost_is_found_in_the_history_and_told_once() {
        world.stack.radarr().dropHooks(3);
        requested("Lost And Found");
        try (Page page = chromium.page()) {
            open(page, "Lost And Found");
            assertThat(page.locator(".story")).containsText("history", patiently());
            soon().untilAsserted(() ->
                    assertThat(world.phone.about("Lost And Found")).isNotEmpty());
            assertThat(world.phone.messages()).extracting(Receiver.Message::id).doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(6)
    void a_kill_in_mid_download_leaves_no_hole_and_the_page_comes_back_by_itself() throws Exception {
        Movie movie = requested("Killed Halfway");
        try (Page page = chromium.page()) {
            open(page, "Killed Halfway");
            soon().until(() -> world.stack.radarr().downloadId(movie.tmdbId()) != null);
            world.conveyarr.kill("standalone");
            assertThat(page.locator("#live")).hasText("Reconnecting", text());
            assertThat(page.locator("#live")).hasText("Live", text());
            assertThat(page.locator(".verdict")).containsText("Available", patiently());
            var rows = page.locator(".story .text").allInnerTexts();
            assertThat(rows.stream().filter(row -> !row.contains("%") && !row.contains("told")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(8)
    void downloads_wait_for_the_vpn_and_go_on_with_it() {
        Movie movie = requested("Held By The Tunnel");
        try (Page page = chromium.page()) {
            soon().until(() ->
                    world.stack.qbittorrent().progress(world.stack.radarr().downloadId(movie.tmdbId())) > 0.05);
            world.stack.gluetun().dropVpn();
            page.navigate("/downloads");
            assertThat(page.locator(".banner")).containsText("VPN down", patiently());
            assertThat(page.locator(".banner")).containsText("will resume by", patiently());
            assertThat(page.locator(".card .tone-wait").first()).containsText("Held");
            Chromium.isAccessible(page, "downloads held");
            Chromium.picture(page, "downloads-held");
            page.navigate("/health");
            assertThat(page.locator("#checks")).containsText("Open incidents", patiently());
            assertThat(page.locator("#checks")).containsText("VPN down at gluetun", patiently());
            assertThat(page.locator("#checks")).containsText("database answers", patiently());
            Chromium.isAccessible(page, "health with an incident");
            page.getByText("Check now: radarr").click();
            assertThat(page.locator(".notice").first()).containsText("It is looked at.");
            world.stack.gluetun().restoreVpn();
            page.navigate("/downloads");
            assertThat(page.locator(".banner")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            open(page, "Held By The Tunnel");
            assertThat(page.locator(".verdict")).containsText("Available", patiently());
        } finally {
            world.stack.gluetun().restoreVpn();
        }
    }

    @Test
    @Order(7)
    // Before the VPN drops: after a hold, a download has some minutes in which nothing counts as a stall.
    void a_stalled_download_says_what_is_planned_and_can_be_kept() {
        Movie movie = requested("Stuck Forever");
        soon().until(() ->
                world.stack.qbittorrent().progress(world.stack.radarr().downloadId(movie.tmdbId())) > 0.05);
        world.stack.qbittorrent().stall(world.stack.radarr().downloadId(movie.tmdbId()));
        try (Page page = chromium.page()) {
            page.navigate("/downloads");
            Locator card = page.locator(".card", new Page.LocatorOptions().setHasText("Stuck.Forever"));
            assertThat(card.locator(".plan")).containsText("Next:", patiently());
            Chromium.isAccessible(page, "downloads stalled");
            Chromium.picture(page, "downloads-stalled");
            card.getByText("Try another release").click();
            assertThat(page.locator("tbody")).containsText("download.replacement-wanted.v1");
            page.getByText("Cancel").click();
            assertThat(card).not().containsText("Kept by hand");
            card.getByText("Keep this one").click();
            page.getByText("Do it").click();
            assertThat(page.locator(".notice").first()).containsText("under way");
            assertThat(card).containsText("Kept by hand", patiently());
            assertThat(card.locator(".plan")).hasCount(0);
        } finally {
            world.stack.qbittorrent().unstall(world.stack.radarr().downloadId(movie.tmdbId()));
        }
    }

    @Test
    @Order(9)
    void fifty_hooks_in_a_burst_are_fifty_rows_and_one_can_be_opened_and_replayed() throws Exception {
        try (Page page = chromium.page()) {
            page.navigate("/events?source=seerr&q=Burst");
            assertThat(page.locator("#live")).hasText("Live");
            for (int i = 0; i < 50; i++) {
                world.conveyarr.hook("seerr", Samples.pendingMovie(7000 + i, "Burst"));
            }
            assertThat(page.locator("#rows tbody tr"))
                    .hasCount(50, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
            var ids = page.locator("#rows tbody tr").all().stream()
                    .map(row -> row.getAttribute("id"))
                    .toList();
            assertThat(ids.reversed()).isSorted();
            page.locator("#follow").click();
            world.conveyarr.hook("seerr", Samples.pendingMovie(7050, "Burst"));
            soon().until(() ->
                    world.conveyarr.text("/events?source=seerr&q=Burst").split("<tr id=").length == 52);
            assertThat(page.locator("#rows tbody tr")).hasCount(50);
            page.locator("#follow").click();
            assertThat(page.locator("#rows tbody tr"))
                    .hasCount(51, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
            page.locator("#rows tbody a").first().click();
            assertThat(page.locator("pre")).containsText("MEDIA_PENDING");
            assertThat(page.locator("#content")).not().containsText(Installation.KEY);
            Chromium.isAccessible(page, "hook");
            page.getByText("Replay this").click();
            assertThat(page.locator(".notice")).containsText("published again");
            assertThat(page.getByText("Replays", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(world.phone.messages()).extracting(Receiver.Message::id).doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(10)
    void the_words_of_a_message_are_changed_and_tried_and_a_channel_says_why_it_fails() {
        try (Page page = chromium.page()) {
            page.navigate("/settings/notifications/words/library.available.v1");
            page.getByLabel("Title").fill("Wanted: {name}");
            page.getByText("Preview").click();
            assertThat(page.getByLabel("Preview", new Page.GetByLabelOptions().setExact(true)))
                    .containsText("Wanted: ");
            page.getByLabel("Title").fill("Broken {#if}");
            page.getByText("Save").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            page.getByLabel("Title").fill("Wanted: {name}");
            page.getByText("Save").click();
            assertThat(page.locator(".notice")).containsText("Saved.");
            page.getByText("Use the standard text").click();
            assertThat(page.locator(".notice")).containsText("standard text");
            world.phone.answers(404);
            page.navigate("/settings/notifications");
            page.getByText("Send test").click();
            assertThat(page.locator(".notice")).containsText("404");
            world.phone.answers(204);
            page.getByText("Send test").click();
            assertThat(page.locator(".notice")).containsText("took the message");
            aChannelIsSavedAndTakenBack(page);
        } finally {
            world.phone.answers(204);
        }
    }

    private void aChannelIsSavedAndTakenBack(Page page) {
        page.getByText("Add a channel").click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("webhook").setExact(true))
                .click();
        page.getByLabel("Name").fill("second");
        page.getByLabel("url").fill(world.phone.url().toString());
        page.getByLabel("secret").fill(CHANNEL_SECRET);
        page.getByText("Send test").click();
        assertThat(page.locator(".notice.tone-ok")).containsText("second took the message");
        assertThat(page.content()).doesNotContain(CHANNEL_SECRET);
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".notice").first()).containsText("Saved.");
        assertThat(page.locator("table").first()).containsText("Waits for the next start");
        page.getByLabel("Remove second").click();
        page.getByText("Do it").click();
        assertThat(page.locator(".notice").first()).containsText("Removed.");
        assertThat(page.content()).doesNotContain(CHANNEL_SECRET);
    }

    @Test
    @Order(11)
    void every_page_is_accessible_and_fits_in_its_looks() {
        for (Look look : Look.SHOWN) {
            try (Page page = chromium.page(look)) {
                for (String address : PAGES) {
                    String name = (address.isEmpty() ? "overview" : address.replace('/', '-')) + "-" + look.name();
                    page.navigate("/" + address);
                    Chromium.picture(page, name);
                    Chromium.fits(page, name);
                    if (look.isSearched()) {
                        Chromium.isAccessible(page, name);
                    }
                }
                page.navigate("/login");
                Chromium.isAccessible(page, "login");
                page.navigate("/requests?q=nothing-is-called-so");
                Chromium.isAccessible(page, "requests without a hit");
            }
        }
    }

    @Test
    @Order(12)
    void keys_lead_through_the_pages() {
        try (Page page = chromium.page()) {
            page.navigate("/");
            page.keyboard().press("g");
            page.keyboard().press("r");
            assertThat(page).hasURL(Pattern.compile(".*/requests$"));
            page.keyboard().press("/");
            assertThat(page.getByLabel("Find")).isFocused();
            page.keyboard().press("Escape");
            page.navigate("/requests");
            var plain = Pattern.compile("\\d+ [A-Z][a-z]{2} \\d\\d:\\d\\d:\\d\\d");
            page.getByText("Relative times").click();
            assertThat(page.locator("td time").first()).containsText("ago");
            page.reload();
            assertThat(page.locator("td time").first()).hasAttribute("title", plain);
            page.getByText("Relative times").click();
            assertThat(page.locator("td time").first()).hasText(plain);
            page.keyboard().press("?");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Go to Overview");
            Chromium.isAccessible(page, "keys");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            page.navigate("/events");
            page.keyboard().press("Tab");
            assertThat(page.getByText("Skip to the content")).isFocused();
        }
    }

    @Test
    @Order(13)
    void behind_a_proxy_with_a_prefix_all_links_hold_and_only_that_proxy_says_who_it_is() throws Exception {
        try (var proxy = new AppendingProxy(PROXY, world.conveyarr.page(), "carl");
                var stranger = new AppendingProxy("127.0.0.3", world.conveyarr.page(), "carl");
                var behind = new Chromium(proxy.url());
                Page page = behind.page()) {
            page.navigate("/flow/requests");
            assertThat(page.locator("footer")).containsText("carl (reader)");
            assertThat(page.locator("#live")).hasText("Live", text());
            for (String link : List.of("Downloads", "Events", "Health", "Settings", "Requests")) {
                page.getByLabel("Pages").getByText(link).click();
                assertThat(page).hasURL(Pattern.compile(".*/flow/.*"));
                assertThat(page.locator("header")).containsText("Conveyarr");
            }
            page.locator("#list a").first().click();
            assertThat(page.locator(".stages")).isVisible();
            assertThat(status(proxy.url().resolve("/flow/hooks/radarr"))).isEqualTo(401);
            assertThat(status(stranger.url().resolve("/flow/ui/live"))).isEqualTo(401);
        }
    }

    @Test
    @Order(14)
    void ten_tabs_are_open_at_once() {
        try (Page first = chromium.page()) {
            var tabs = new ArrayList<Page>();
            for (int i = 0; i < 10; i++) {
                Page tab = first.context().newPage();
                tab.navigate("/requests");
                assertThat(tab.locator("#list")).isVisible();
                tabs.add(tab);
                // A browser without a window hides no tab by itself.
                tab.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
                        + "document.dispatchEvent(new Event('visibilitychange'))");
                assertThat(tab.locator("#live")).hasText("Paused");
            }
            Page last = tabs.getLast();
            last.evaluate("Object.defineProperty(document, 'hidden', {value: false, configurable: true});"
                    + "document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(last.locator("#live")).hasText("Live", text());
        }
    }

    private void attempt(Page page, String key) {
        page.getByLabel("Kind").selectOption("radarr");
        page.getByLabel("Address").fill(world.stack.radarr().url().toString());
        page.getByLabel("API key or password").fill(key);
        page.getByText("Test", new Page.GetByTextOptions().setExact(true)).click();
    }

    /** What was typed as a key is on no page, in no answer and in no log. */
    private void tellsNoKey(Page page) throws Exception {
        String key = world.stack.radarr().apiKey();
        assertThat(page.content()).doesNotContain(key);
        assertThat(world.conveyarr.text("/api/v1/connections"))
                .contains("radarr")
                .doesNotContain(key);
        assertThat(world.conveyarr.logs()).isNotEmpty().doesNotContain(key);
    }

    private void open(Page page, String title) {
        page.navigate("/requests");
        page.getByText(title).first().click(new Locator.ClickOptions().setTimeout(60_000));
        assertThat(page.locator("#live")).hasText("Live", text());
    }

    private Movie requested(String title) {
        Movie movie = Movie.of(movies++, title, 1927);
        world.stack.seerr().approve(world.stack.seerr().request(movie, "ana"));
        return movie;
    }

    /** The slot as somebody has it who only ever filled in an address. Its template goes back encoded twice, as Seerr's own page sends it. */
    private void seerrSendsTo(URI target) throws Exception {
        var mapper = new ObjectMapper();
        var slot = world.stack.seerr().url().resolve("/api/v1/settings/notifications/webhook");
        var call = HttpRequest.newBuilder(slot)
                .header("X-Api-Key", world.stack.seerr().apiKey())
                .header("Content-Type", "application/json");
        try (var client = HttpClient.newHttpClient()) {
            var now = (ObjectNode) mapper.readTree(
                    client.send(call.build(), BodyHandlers.ofString()).body());
            var options = (ObjectNode) now.get("options");
            options.put("webhookUrl", target.toString());
            options.put(
                    "jsonPayload",
                    mapper.writeValueAsString(options.get("jsonPayload").asText()));
            options.remove("authHeader");
            var changed = call.POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(now)))
                    .build();
            assertThat(client.send(changed, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static int status(URI at) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var call = at.getPath().contains("/hooks/")
                    ? HttpRequest.newBuilder(at)
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build()
                    : HttpRequest.newBuilder(at).build();
            return client.send(call, BodyHandlers.discarding()).statusCode();
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.HasTextOptions text() {
        return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    }
}
