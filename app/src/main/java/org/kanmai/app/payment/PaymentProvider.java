package org.kanmai.app.payment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;

/**
 * Somebody who takes buyers' money: a port with one adapter a provider.
 *
 * <p>Every call may throw {@link ProviderAway}; each is safe to repeat.
 */
public interface PaymentProvider {

    /** Returns the name by which configuration, pages and notifications call it. */
    String code();

    /** Returns the number of its account in the ledger, above 0, never another's. */
    long number();

    /** Returns how its page is shown. */
    Opens opens();

    /** Returns whether buyers can still pay there. */
    default boolean offered() {
        return true;
    }

    /** Returns whether no real money moves. */
    boolean test();

    /** Returns whether it takes money of a currency. */
    default boolean takes(Currency currency) {
        return true;
    }

    /** Asks it to take money; returns its page for the buyer, the same one whenever asked again. */
    Page charge(Charge charge);

    /** Asks how a payment stands. */
    Standing ask(Charged charged);

    /** Asks it to take no more money for a payment whose time is over. */
    default void close(Charged charged) {}

    /** Asks it to give money back; returns whether that has happened already. */
    boolean refund(Charged charged, Refund refund);

    /** Returns whether money that was to go back has gone. */
    boolean refunded(Charged charged, long refund);

    /**
     * Reads a notification that came over the network; empty when it is about nothing that matters here. Refuses what the provider
     * did not sign or signed long ago.
     */
    Optional<Notification> read(Sent sent);

    /** Returns what it wants to read when it was heard; empty for nothing. */
    default String thanks() {
        return "";
    }

    /** Returns where the days of its statements begin and end. */
    default ZoneId days() {
        return ZoneOffset.UTC;
    }

    /** Returns whether its statements can be asked for; those of others are imported. */
    default boolean fetches() {
        return true;
    }

    /** Asks for every movement that settled on a day. */
    List<Movement> statement(LocalDate day);

    /** Reads a statement in the form that the provider publishes; refuses with 422 what is none. */
    default List<Line> lines(byte[] file) {
        throw Refusal.invalid("provider", "has no statements that can be imported");
    }

    /** How a provider's page is shown. */
    enum Opens implements Code {
        /** In a frame over the player. */
        SHEET,
        /** In a tab of its own. */
        TAB,
        /** As a picture of a code, to be scanned with a phone. */
        CODE
    }

    /**
     * Money to be taken.
     *
     * @param shownAs what the buyer reads at the provider
     */
    record Charge(PaymentId payment, Money amount, String shownAs, Instant madeAt, Instant expiresAt) {}

    /**
     * Where a buyer pays.
     *
     * @param reference what the provider calls the payment; empty when by our number
     */
    record Page(URI address, String reference) {}

    /** A payment that the provider was asked to take, and what it calls it. */
    record Charged(PaymentId payment, String reference, Money amount) {}

    /** Money to be given back of a payment. */
    record Refund(long id, PaymentId payment, Money amount) {}

    /** How a payment stands with the provider; {@code amount} and {@code at} are there once it is paid. */
    record Standing(
            State state, @Nullable Money amount, @Nullable Instant at) {}

    /** The states of a payment with a provider. */
    enum State implements Code {
        UNKNOWN,
        OPEN,
        PAID,
        CLOSED
    }

    /** A request as it came: nothing of it can be trusted before its signature holds. */
    record Sent(String path, String body, Headers headers) {

        /** The headers by which a provider proves who it is. */
        public interface Headers {
            /** Returns a header; empty when there is none. */
            String get(String name);
        }
    }

    /** What a provider says has happened; {@code nonce} is good for once, or empty where the provider repeats itself. */
    record Notification(Kind kind, PaymentId payment, long refund, Money amount, Instant at, String nonce) {}

    /** What notifications are about. */
    enum Kind implements Code {
        PAID,
        CLOSED,
        REFUNDED
    }

    /** A line of a statement; {@code refund} is 0 for money that came in. */
    record Movement(PaymentId payment, long refund, Money amount, Instant at) {}

    /**
     * A line of a statement that was imported.
     *
     * @param number the provider's own, of this line alone
     * @param day on whose statement it stands
     */
    record Line(String number, LocalDate day, Movement movement) {}

    /** The provider does not answer, or not in its own words; whoever asked may ask again later. */
    final class ProviderAway extends RuntimeException {
        public ProviderAway(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
