package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.kanmai.launcher.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser of their own, at Kanmai; everything that the browser complains about is kept. */
final class Visit implements AutoCloseable {
    private final URI address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visit(URI address, BrowserContext context) {
        this.address = address;
        this.context = context;
        context.setDefaultTimeout(30_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        context.onWebError(error -> complaints.add("exception: " + error.error()));
        context.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
        this.page = context.newPage();
    }

    /** A phone in the hand, in English. */
    static Visit phone(Chromium chromium, URI address) {
        return new Visit(
                address,
                chromium.browser()
                        .newContext(options().setViewportSize(390, 844).setHasTouch(true)));
    }

    /** A desktop with mouse and keys, in English. */
    static Visit desktop(Chromium chromium, URI address) {
        return new Visit(address, chromium.browser().newContext(options().setViewportSize(1280, 800)));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    }

    /** Signs up by the page, as everybody does. */
    Visit signUp(String path, String handle) {
        open(path);
        field("Name").fill(handle);
        field("Handle").fill(handle);
        field("Password").fill(Caller.PASSWORD);
        button("Create account").click();
        page.waitForURL(url -> !url.endsWith(path));
        return this;
    }

    /** Signs in by the page. */
    Visit signIn(String handle) {
        open("/sign-in");
        field("Handle").fill(handle);
        field("Password").fill(Caller.PASSWORD);
        button("Sign in").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** Reads everything in this language from the next page on. */
    Visit reads(String language) {
        context.addInitScript("localStorage.setItem('kanmai.language', '" + language + "')");
        return this;
    }

    void open(String path) {
        page.navigate(address.resolve(path).toString());
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** What opens the rarer verbs of a comment. */
    Locator moreOf(String comment) {
        return page.getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHasText(comment))
                .last()
                .getByLabel("More");
    }

    Locator text(String words) {
        return page.getByText(words);
    }

    /** The work in sight: of the feed's column the one that fills the screen. */
    Locator slide(String title) {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** Swipes on, as fast as pages come, until the work is in sight. */
    void find(String title) {
        page.getByRole(AriaRole.ARTICLE).first().waitFor();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    boolean found = inSight(title);
                    if (!found && isAtRest()) {
                        page.keyboard().press("ArrowDown");
                    }
                    return found;
                });
    }

    /** Between two works nobody knows which is in sight, and who swipes then passes one by unseen. */
    private boolean isAtRest() {
        return (boolean)
                page.evaluate(
                        "() => [...document.querySelectorAll('article')].some((one) => Math.abs(one.getBoundingClientRect().top) < 4)");
    }

    private boolean inSight(String title) {
        return (boolean) page.evaluate("""
                (title) => [...document.querySelectorAll('article')].some((one) =>
                    one.ariaLabel === title && Math.abs(one.getBoundingClientRect().top) < 4)""", title);
    }

    /** Waits until a work is at rest and returns its title. */
    String titleInSight() {
        return await().atMost(Duration.ofSeconds(30)).until(this::titleAtRest, title -> !title.isEmpty());
    }

    private String titleAtRest() {
        return (String) page.evaluate("""
                () => [...document.querySelectorAll('article')]
                          .find((one) => Math.abs(one.getBoundingClientRect().top) < 4)?.ariaLabel ?? ''""");
    }

    /** Swipes from a work to the next; a work stays at rest for a moment after the key is pressed. */
    void swipeFrom(String title) {
        page.keyboard().press("ArrowDown");
        await().atMost(Duration.ofSeconds(30)).until(this::titleAtRest, next -> !next.isEmpty() && !next.equals(title));
    }

    /** What the API answers this browser. */
    JsonNode api(String path) {
        var answer = context.request().get(address.resolve(path).toString());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    /** With which status the API or a file answers this browser. */
    int status(String path) {
        return context.request().get(address.resolve(path).toString()).status();
    }

    /** Waits until a film in sight runs: its time goes on. */
    void seesFilmRun() {
        page.waitForFunction(
                "() => [...document.querySelectorAll('video')].some((one) => !one.paused && one.currentTime > 0.3)");
    }

    /** What the browser has complained about since it was asked last. */
    List<String> complaints() {
        var taken = List.copyOf(complaints);
        complaints.removeAll(taken);
        return taken;
    }

    void hasNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
