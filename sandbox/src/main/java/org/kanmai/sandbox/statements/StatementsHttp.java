package org.kanmai.sandbox.statements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.kanmai.sandbox.access.Merchant;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.http.Request;
import org.kanmai.sandbox.http.Route;

/** A day's statement for the merchant, as CSV. */
public final class StatementsHttp {
    private static final String HEADER = "time,kind,payment,refund,minor,currency,fee\n";

    private final StatementStore store = new StatementStore();
    private final Database database;

    /** Reads from this database. */
    public StatementsHttp(Database database) {
        this.database = database;
    }

    /** Returns the route, for the merchant only. */
    public List<Route> routes(Merchant merchant) {
        return List.of(Route.to("GET", "/v1/statements/([0-9]{4}-[0-9]{2}-[0-9]{2})", merchant.only(this::statement)));
    }

    private Answer statement(Request request) {
        var day = day(request.part(0));
        return Answer.streamed("text/csv; charset=utf-8", out -> write(day, out));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("There is no such day.");
        }
    }

    private void write(LocalDate day, OutputStream out) throws IOException {
        var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        writer.write(HEADER);
        database.transaction(session -> {
            store.read(session, from, until, movement -> line(writer, movement));
            return day;
        });
        writer.flush();
    }

    private static void line(Writer writer, Movement movement) {
        try {
            writer.write(movement.line() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
