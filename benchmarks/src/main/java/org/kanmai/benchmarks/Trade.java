package org.kanmai.benchmarks;

import java.util.List;
import java.util.Map;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.server.Database;
import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.world.Cashier;
import org.kanmai.benchmarks.world.Clips;
import org.kanmai.benchmarks.world.Market;
import org.kanmai.benchmarks.world.Market.Buyer;
import org.kanmai.benchmarks.world.Town;

/** A Kanmai of its own in which things are sold for the money of the payment sandbox. */
final class Trade implements AutoCloseable {
    private static final int WORKS = 50;
    private static final Map<String, String> SELLING = Map.of(
            "KANMAI_PAYMENT_SANDBOX", "on",
            "KANMAI_IDENTITY_SIGNUPSPERADDRESS", "1000000",
            "KANMAI_TRADE_PAYWITHIN", "PT1H");

    private final Kanmai kanmai;
    private final Connection connection;
    private final Database database;
    private final Market market;

    private Trade(Kanmai kanmai, Clips clips) {
        this.kanmai = kanmai;
        this.connection = new Connection(kanmai.port());
        this.database = Database.of(kanmai.data());
        var town = new Town(connection, kanmai.invitation(), clips);
        town.publish(WORKS);
        this.market = new Market(kanmai.port(), connection, town);
    }

    /** Starts on an empty folder, without the other server beside it. */
    static Trade begin(Stage stage, String name) {
        stage.stop();
        Stage.say("starting a server with the payment sandbox");
        return new Trade(Kanmai.start(stage.checkout(), stage.folder().resolve(name), SELLING), stage.clips());
    }

    int port() {
        return kanmai.port();
    }

    Kanmai kanmai() {
        return kanmai;
    }

    Connection connection() {
        return connection;
    }

    Database database() {
        return database;
    }

    Market market() {
        return market;
    }

    Cashier cashier() {
        return new Cashier(kanmai.data());
    }

    List<Buyer> buyers(int count) {
        Stage.say(count + " people sign up");
        return market.buyers(count);
    }

    @Override
    public void close() {
        database.close();
        connection.close();
        kanmai.close();
    }
}
