package org.kanmai.launcher.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * This machine's Chromium, driven by the web's own playwright-core on this machine's Node, so that nothing is fetched for it.
 *
 * <p>{@code ./kanmai test} finds or installs what is needed and builds the pages first.
 */
final class Chromium implements AutoCloseable {
    private static final Path WEB = Path.of(System.getProperty("kanmai.web", "web/dist"));
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; fails with the command to run when something is missing. */
    static Chromium start() throws IOException {
        var program = program();
        need(Files.exists(WEB.resolve("index.html")), "the built pages");
        System.setProperty("playwright.cli.dir", driver().toString());
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A browser of somebody: cookies, storage and size of their own. */
    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path program() {
        var named = System.getenv("CHROMIUM");
        var program = Path.of(named == null ? "/usr/bin/chromium" : named);
        need(Files.isExecutable(program), "Chromium at " + program);
        return program;
    }

    /** A folder as Playwright's own download would be: Node, and beside it the package that drives the browser. */
    private static Path driver() throws IOException {
        var driver = Files.createDirectories(Path.of("target/playwright").toAbsolutePath());
        link(driver.resolve("node"), node());
        link(driver.resolve("package"), core());
        return driver;
    }

    private static Path core() throws IOException {
        var core = WEB.resolveSibling("node_modules/playwright-core");
        need(Files.exists(core.resolve("package.json")), "playwright-core");
        var client = Playwright.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var version =
                Files.readString(core.resolve("package.json")).replaceAll("(?s).*\"version\": \"([^\"]*)\".*", "$1");
        if (!client.endsWith("-" + version + ".jar")) {
            throw new AssertionError("web/package.json and launcher/pom.xml must name the same version of Playwright: "
                    + version + " drives, " + client + " asks");
        }
        return core;
    }

    private static Path node() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing("Node"));
    }

    private static void link(Path link, Path to) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to.toRealPath());
    }

    private static void need(boolean there, String what) {
        if (!there) {
            throw missing(what);
        }
    }

    private static AssertionError missing(String what) {
        return new AssertionError(
                "The journeys need " + what + ", which is not there; run ./kanmai test, which provides it.");
    }
}
