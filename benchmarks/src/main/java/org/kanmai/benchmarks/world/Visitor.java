package org.kanmai.benchmarks.world;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.http.Request;
import org.kanmai.facts.Pseudonym;

/** An anonymous browser that consents to be recommended to by behaviour, and the first page that it was served. */
public final class Visitor {
    /** Items of the first page. */
    public static final int PAGE = 20;

    private static final int PSEUDONYM = 1;

    private final Caller caller = new Caller();
    private final List<String> tokens;

    /** Comes, consents, and is served a page. */
    Visitor(Connection connection) {
        caller.json(connection, "PUT", "/api/me/consents/behaviour", Map.of("given", true))
                .json("a consent");
        var page = caller.get(connection, "/api/feed?count=" + PAGE);
        if (!page.good()) {
            throw new IllegalStateException("a first page was refused: " + page.text());
        }
        this.tokens = Tokens.of(page);
    }

    /** Returns its browser. */
    public Caller caller() {
        return caller;
    }

    /** Returns the reports of some works of the first page, each watched to its end. */
    public Request watched(int from, int to) {
        return caller.facts(
                Reports.watchedWhole(tokens.subList(Math.min(from, tokens.size()), Math.min(to, tokens.size()))));
    }

    /** Returns the pseudonym, which the visitor's cookie holds in clear. */
    public Pseudonym pseudonym() {
        var cookie = Base64.getUrlDecoder().decode(caller.cookie("kanmai_visitor"));
        return new Pseudonym(ByteBuffer.wrap(cookie).getLong(PSEUDONYM));
    }
}
