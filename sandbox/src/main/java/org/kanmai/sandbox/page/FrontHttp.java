package org.kanmai.sandbox.page;

import java.util.List;
import java.util.Map;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.http.Request;
import org.kanmai.sandbox.http.Route;

/** The front page, which says what this is, and whether all is well. */
public final class FrontHttp {
    private static final Template FRONT = new Template("front.html");

    private final Shell shell = new Shell();
    private final Database database;

    /** Is well while this database answers. */
    public FrontHttp(Database database) {
        this.database = database;
    }

    /** Returns the routes, for everybody. */
    public List<Route> routes() {
        return List.of(Route.to("GET", "/", this::front), Route.to("GET", "/health", this::health));
    }

    private Answer front(Request request) {
        var language = Language.of(request);
        var words = new Words(language);
        return shell.around(FRONT.fill(words, Map.of()), language, words.say("front.title"), "open", "");
    }

    private Answer health(Request request) {
        try {
            database.transaction(session -> session.first("select 1 as one", row -> row.getInt("one")));
        } catch (RuntimeException away) {
            throw new Refusal(503, "database-away", "The database does not answer.");
        }
        return Answer.json(200, Map.of("status", "up"));
    }
}
