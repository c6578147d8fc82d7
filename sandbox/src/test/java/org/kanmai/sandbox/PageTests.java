package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PageTests {
    private static final Pattern NONCE = Pattern.compile("nonce-([A-Za-z0-9_-]+)'");

    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void opens() throws Exception {
        scene = new Scene(folder);
    }

    @AfterAll
    static void closes() {
        scene.close();
    }

    @Test
    void theBuyerSeesWhatIsPaidForAndHowMuch() throws Exception {
        var page = scene.caller.open(scene.open(Scene.id(), 3900), "en-GB,en;q=0.9");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Sandbox: no real money moves", "A tea bowl", "Pay ¥39.00", "15:00", "Try faults");
    }

    @Test
    void theLanguageIsTheBrowsersUnlessTheAddressSaysAnother() throws Exception {
        var path = scene.open(Scene.id(), 3900);
        assertThat(scene.caller.open(path, "fr, zh-CN;q=0.8, en;q=0.5").body())
                .contains("<html lang=\"zh\">", "沙箱：不会动用真钱", "支付 ¥39.00");
        assertThat(scene.caller.open(path + "?lang=en", "zh-CN").body()).contains("<html lang=\"en\">");
        assertThat(scene.caller.open(path, "fr;q=x,,").body()).contains("<html lang=\"en\">");
    }

    @Test
    void whatTheMerchantWritesIsTextAndNoHtml() throws Exception {
        var subject = "<script>alert(1)</script> \"&' {{nonce}} $1";
        var payment = scene.caller.post("/v1/payments", scene.asked(Scene.id(), 1, subject));
        var page = scene.caller.open(Scene.page(Scene.json(payment)), "en").body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&#39; {{nonce}} $1")
                .doesNotContain("<script>alert");
    }

    @Test
    void nothingIsLoadedOrRunButWhatThePageBrings() throws Exception {
        var path = scene.open(Scene.id(), 3900);
        var page = scene.caller.open(path, "en");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        var nonce = nonce(policy);
        assertThat(policy)
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'self'")
                .endsWith("frame-ancestors 'self' http://localhost:8080");
        assertThat(page.body())
                .contains("<style nonce=\"" + nonce + "\">", "<script nonce=\"" + nonce + "\">")
                .doesNotContain("src=", "url(", "@import", "style=\"", "onclick");
        assertThat(nonce(policyOf(scene.caller.open(path, "en")))).isNotEqualTo(nonce);
    }

    @Test
    void aPaidPageTellsTheShopAndShowsATick() throws Exception {
        var path = scene.paid(Scene.id(), 3900);
        var page = scene.caller.open(path, "en").body();
        assertThat(page)
                .contains("data-state=\"paid\"", "data-origin=\"http://localhost:8080\"", "class=\"tick\"")
                .contains("kanmai-sandbox", "Back to the shop")
                .doesNotContain("<form");
    }

    @Test
    void aLackOfMoneyFailsAndMayBeTriedAgain() throws Exception {
        var id = Scene.id();
        var path = scene.open(id, 3900);
        var failed = scene.pay(path, "insufficient");
        assertThat(scene.state(id)).isEqualTo("open");
        var page = scene.caller.open(location(failed), "en").body();
        assertThat(page).contains("data-state=\"failed\"", "Not enough money. Nothing was paid", "<form");
        var paid = scene.pay(path, "none");
        assertThat(scene.caller.open(location(paid), "en").body()).contains("data-state=\"paid\"");
        assertThat(scene.caller.open(location(failed), "en").body()).contains("data-state=\"paid\"");
    }

    @Test
    void cancellingClosesThePayment() throws Exception {
        var id = Scene.id();
        var path = scene.open(id, 3900);
        var cancelled = scene.caller.submit(path + "?lang=zh", "action=cancel&fault=none");
        assertThat(scene.caller.open(location(cancelled), "en").body()).contains("data-state=\"closed\"", "这笔付款已关闭");
        assertThat(scene.state(id)).isEqualTo("closed");
    }

    @Test
    void cancellingWhatIsPaidShowsThatItIsPaid() throws Exception {
        var path = scene.paid(Scene.id(), 3900);
        var cancelled = scene.caller.submit(path, "action=cancel");
        assertThat(scene.caller.open(location(cancelled), "en").body()).contains("data-state=\"paid\"");
    }

    @Test
    void aFormThatIsNoneOfThePagesIsRefused() throws Exception {
        var path = scene.open(Scene.id(), 3900);
        assertThat(scene.caller.submit(path, "action=steal").statusCode()).isEqualTo(400);
        assertThat(scene.caller.submit(path, "action=pay&fault=fire").statusCode())
                .isEqualTo(400);
        assertThat(scene.caller.submit(path, "action=%zz").statusCode()).isEqualTo(400);
        assertThat(scene.caller.submit("/pay/" + "x".repeat(32), "action=pay").statusCode())
                .isEqualTo(404);
        assertThat(scene.caller.open("/pay/short", "en").statusCode()).isEqualTo(404);
    }

    @Test
    void theFrontPageSaysWhatThisIs() throws Exception {
        var page = scene.caller.open("/", "en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Payment sandbox", "no real money");
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String policyOf(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String nonce(String policy) {
        var matcher = NONCE.matcher(policy);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
