package conveyarr.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine. */
final class Chromium implements AutoCloseable {
    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final Path SCREENS = Path.of("target/screens");

    private final Playwright playwright;
    private final Browser browser;
    private final URI base;
    private List<Cookie> cookies = List.of();

    Chromium(URI base) {
        this.base = base;
        // Patience for a slow machine; nothing waits longer than it has to.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(BINARY)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--no-first-run")));
    }

    static boolean isThere() {
        return Files.isExecutable(BINARY);
    }

    /** How a page is looked at. */
    record Look(String name, ColorScheme scheme, int width, int height) {
        static final Look DESKTOP = new Look("light-desktop", ColorScheme.LIGHT, 1280, 800);
        static final Look POCKET = new Look("dark-390", ColorScheme.DARK, 390, 844);

        /** The two that differ most; with {@code -Dconveyarr.looks=all} the others too. */
        static final List<Look> SHOWN = "all".equals(System.getProperty("conveyarr.looks"))
                ? List.of(
                        DESKTOP,
                        new Look("dark-desktop", ColorScheme.DARK, 1280, 800),
                        new Look("light-390", ColorScheme.LIGHT, 390, 844),
                        POCKET)
                : List.of(DESKTOP, POCKET);

        /** Axe takes its time, and finds the same on pages that differ in width or colour alone: it sees each once. */
        boolean isSearched() {
            return equals(POCKET);
        }
    }

    /** A window of its own, logged in when somebody was. */
    Page page(Look look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setColorScheme(look.scheme())
                .setViewportSize(look.width(), look.height()));
        context.addCookies(cookies);
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    Page page() {
        return page(Look.DESKTOP);
    }

    /** What this window is logged in with counts for those that open from now on. */
    void remember(Page page) {
        cookies = page.context().cookies();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Axe finds nothing to mend. */
    static void isAccessible(Page page, String name) {
        var faults = new AxeBuilder(page).analyze().getViolations();
        assertThat(faults)
                .as(name)
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /** The page is not wider than its window. */
    static void fits(Page page, String name) {
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as(name + " is too wide").isLessThanOrEqualTo(0);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
