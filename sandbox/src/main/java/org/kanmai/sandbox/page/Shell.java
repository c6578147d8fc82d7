package org.kanmai.sandbox.page;

import java.util.HashMap;
import java.util.Map;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.keys.Randoms;

/** What is around every page: the banner, the style, the script, and a policy under which nothing else is loaded or run. */
final class Shell {
    private static final Template PAGE = new Template("page.html");
    private static final String STYLE = Template.resource("page.css");
    private static final String SCRIPT = Template.resource("page.js");

    private final Randoms nonces = new Randoms();

    /**
     * Returns the whole page.
     *
     * @param state what the shop's window is told, {@code open} for nothing
     * @param origin the shop's, which may frame the page and is told; {@code 'self'} alone may when it is empty
     */
    Answer around(String content, Language language, String title, String state, String origin) {
        var nonce = nonces.next();
        var values = new HashMap<String, String>(Map.of(
                "content", content, "title", title, "state", state, "origin", origin, "nonce", nonce, "style", STYLE));
        values.put("script", SCRIPT);
        values.put("lang", language.code());
        values.put("other", language.other().code());
        return Answer.html(200, PAGE.fill(new Words(language), values))
                .with("Content-Security-Policy", policy(nonce, origin))
                .with("Content-Language", language.code());
    }

    private static String policy(String nonce, String origin) {
        return "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'self' " + origin;
    }
}
