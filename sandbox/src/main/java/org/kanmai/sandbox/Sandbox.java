package org.kanmai.sandbox;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.kanmai.sandbox.access.Merchant;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.http.Routes;
import org.kanmai.sandbox.http.Server;
import org.kanmai.sandbox.keys.KeyFolder;
import org.kanmai.sandbox.keys.Keys;
import org.kanmai.sandbox.loops.Loop;
import org.kanmai.sandbox.notifications.Notifications;
import org.kanmai.sandbox.page.FrontHttp;
import org.kanmai.sandbox.page.PageHttp;
import org.kanmai.sandbox.payments.Payments;
import org.kanmai.sandbox.payments.PaymentsHttp;
import org.kanmai.sandbox.refunds.Refunds;
import org.kanmai.sandbox.refunds.RefundsHttp;
import org.kanmai.sandbox.statements.StatementsHttp;

/** A payment provider that behaves like a real one and moves no money; it answers until it is closed. */
public final class Sandbox implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Server server;
    private final Database database;
    private final Notifications notifications;
    private final List<Loop> loops;
    private final URI address;

    private Sandbox(SandboxSettings settings, Keys keys, Database database, Server server) {
        var clock = settings.clock();
        this.server = server;
        this.database = database;
        this.address = address(settings.listen(), server.port());
        this.notifications = new Notifications(database, keys.provider(), clock);
        var payments = new Payments(database, notifications, clock);
        var refunds = new Refunds(database, notifications, clock);
        var merchant = new Merchant(keys.merchant(), database, clock);
        this.loops = List.of(
                new Loop("expiry", OFTEN, payments::closeExpired),
                new Loop("refunds", OFTEN, refunds::finish),
                new Loop("forgetting", SELDOM, () -> forget(merchant)));
        notifications.start();
        loops.forEach(Loop::start);
        server.serve(new Routes(Stream.of(
                        new FrontHttp(database).routes(),
                        new PageHttp(payments, clock).routes(),
                        new PaymentsHttp(payments, address).routes(merchant),
                        new RefundsHttp(refunds).routes(merchant),
                        new StatementsHttp(database).routes(merchant))
                .flatMap(List::stream)
                .toList()));
    }

    /** Starts it: the keys, the schema, the server, and what earlier processes left to be done. */
    public static Sandbox start(SandboxSettings settings) {
        var keys = KeyFolder.open(settings.keys());
        var database = Database.open(settings.jdbcUrl(), settings.user(), settings.password());
        try {
            return new Sandbox(settings, keys, database, Server.open(settings.listen(), settings.port()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Returns where a browser on this machine finds it. */
    public URI address() {
        return address;
    }

    /** Stops answering, lets what is under way end, and leaves the rest in the database for the next start. */
    @Override
    public void close() {
        server.close();
        for (var loop : loops) {
            loop.close();
        }
        notifications.close();
        database.close();
    }

    private boolean forget(Merchant merchant) {
        merchant.forget();
        notifications.forget();
        return false;
    }

    private static URI address(InetAddress listen, int port) {
        boolean local = listen.isAnyLocalAddress() || listen.isLoopbackAddress();
        return URI.create("http://" + (local ? "localhost" : bracketed(listen)) + ":" + port);
    }

    private static String bracketed(InetAddress listen) {
        var text = listen.getHostAddress();
        return listen instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
