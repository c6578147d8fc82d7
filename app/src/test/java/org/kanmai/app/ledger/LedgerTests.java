package org.kanmai.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
class LedgerTests {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Ledger ledger;
    private final LedgerStore store;
    private final TransactionTemplate transaction;
    private final TestClock clock;
    private final Ids ids;
    private final JdbcClient jdbc;

    LedgerTests(
            Ledger ledger,
            LedgerStore store,
            TransactionTemplate transaction,
            TestClock clock,
            Ids ids,
            JdbcClient jdbc) {
        this.ledger = ledger;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    private Account anna() {
        return Account.clearing(new PersonId(ids.next()));
    }

    private Account chen() {
        return Account.held(new ShopId(ids.next()));
    }

    private static Money yuan(long minor) {
        return new Money(minor, YUAN);
    }

    private boolean book(Entry entry) {
        return Boolean.TRUE.equals(transaction.execute(status -> ledger.book(entry)));
    }

    private Entry sale(Account buyer, Account shop, long order) {
        return new Entry(
                Entry.Kind.SALE,
                "sale:" + order,
                order,
                List.of(
                        new Posting(buyer, yuan(-1000)),
                        new Posting(shop, yuan(951)),
                        new Posting(Account.fees(), yuan(49))));
    }

    @Test
    void anEntryMovesMoneyOnce() {
        var shop = chen();
        var sale = sale(anna(), shop, ids.next());
        assertThat(book(sale)).isTrue();
        assertThat(book(sale)).isFalse();
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(951));
        assertThat(ledger.about(sale.subject()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.postings()).containsExactlyElementsOf(sale.postings()));
    }

    @Test
    void aSaleAndItsRefundsInPartsLeaveEveryAccountAsItWas() {
        var buyer = anna();
        var shop = chen();
        var fees = ledger.balance(Account.fees(), YUAN);
        var sale = sale(buyer, shop, ids.next());
        book(sale);
        transaction.executeWithoutResult(status -> {
            ledger.reverse(sale.key(), "refund:1:" + sale.subject(), yuan(333));
            ledger.reverse(sale.key(), "refund:2:" + sale.subject(), yuan(667));
            assertThat(ledger.reverse(sale.key(), "refund:2:" + sale.subject(), yuan(667)))
                    .isEmpty();
        });
        assertThat(ledger.balance(buyer, YUAN)).isEqualTo(yuan(0));
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(0));
        assertThat(ledger.balance(Account.fees(), YUAN)).isEqualTo(fees);
    }

    @Test
    void aBalanceIsKnownAsOfAnyInstant() {
        var shop = chen();
        book(sale(anna(), shop, ids.next()));
        var before = clock.instant();
        clock.forward(Duration.ofSeconds(1));
        book(sale(anna(), shop, ids.next()));
        assertThat(ledger.balance(shop, YUAN, before)).isEqualTo(yuan(951));
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(1902));
        assertThat(ledger.balance(shop, Currency.getInstance("USD")).isZero()).isTrue();
    }

    @Test
    void manyWhoOpenTheSameAccountsAtOnceEachBookOnce() throws Exception {
        var buyer = anna();
        var shop = chen();
        var booked = new ArrayList<Future<Boolean>>();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (int sale = 0; sale < 48; sale++) {
                var entry = sale(buyer, shop, 1_000_000 + sale / 2 + buyer.party());
                booked.add(pool.submit(() -> book(entry)));
            }
        }
        int successes = 0;
        for (var each : booked) {
            successes += each.get() ? 1 : 0;
        }
        assertThat(successes).isEqualTo(24);
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(24 * 951));
        assertThat(store.imbalance()).isZero();
    }

    @Test
    void whatOneTransactionBooksOnceIsBookedTogetherWhenItCommits() {
        var buyer = anna();
        var shop = chen();
        long order = ids.next();
        var paid = Entry.move(Entry.Kind.PAYMENT, "payment:" + order, order, yuan(1000), Account.settlement(77), buyer);
        transaction.executeWithoutResult(status -> {
            ledger.bookOnce(paid);
            ledger.bookOnce(sale(buyer, shop, order));
            assertThat(ledger.about(order)).isEmpty();
        });
        assertThat(ledger.about(order)).extracting(Booked::key).containsExactly("payment:" + order, "sale:" + order);
        assertThat(ledger.balance(buyer, YUAN)).isEqualTo(yuan(0));
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(951));
        assertThat(store.imbalance()).isZero();
    }

    @Test
    void whatWasBookedBeforeUndoesTheTransactionThatBooksItOnce() {
        var shop = chen();
        var sale = sale(anna(), shop, ids.next());
        var other = sale(anna(), shop, ids.next());
        book(sale);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    ledger.bookOnce(other);
                    ledger.bookOnce(sale);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sale.key());
        assertThat(ledger.about(other.subject())).isEmpty();
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(951));
    }

    @Test
    void manyWhoGatherForTheSameNewAccountsAllBook() throws Exception {
        var buyer = anna();
        var shop = chen();
        var booked = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (int sale = 0; sale < 32; sale++) {
                var entry = sale(buyer, shop, ids.next());
                booked.add(pool.submit(() -> transaction.executeWithoutResult(status -> ledger.bookOnce(entry))));
            }
        }
        for (var each : booked) {
            each.get();
        }
        assertThat(ledger.balance(shop, YUAN)).isEqualTo(yuan(32 * 951));
    }

    @Test
    void moneyMovesOnlyInTheTransactionOfWhatItPaysFor() {
        var sale = sale(anna(), chen(), ids.next());
        assertThatThrownBy(() -> ledger.book(sale)).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            ledger.book(sale);
            status.setRollbackOnly();
        });
        assertThat(ledger.about(sale.subject())).isEmpty();
    }

    @Test
    void theDatabaseRefusesWhatDoesNotSumToZero() {
        var sale = sale(anna(), chen(), ids.next());
        book(sale);
        long entry = ledger.about(sale.subject()).getFirst().id();
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ledger.posting (entry, line, account, minor, booked_at)
                        select entry, 9, account, 1, booked_at from ledger.posting where entry = :entry and line = 1
                        """).param("entry", entry).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("out of balance");
        assertThat(store.imbalance()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.posting set minor = minor + 1",
                "delete from ledger.posting",
                "update ledger.entry set subject = 1",
                "delete from ledger.entry",
                "update ledger.account set party = 1",
                "truncate ledger.posting"
            })
    void theDatabaseRefusesToChangeWhatIsBooked(String statement) {
        book(sale(anna(), chen(), ids.next()));
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("only appended to");
    }

    @Test
    void anEntryOutOfBalanceIsNotEvenMade() {
        var postings = List.of(new Posting(anna(), yuan(-10)), new Posting(chen(), yuan(9)));
        assertThatThrownBy(() -> new Entry(Entry.Kind.SALE, "sale", 1, postings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 CNY");
        var mixed = List.of(new Posting(anna(), yuan(-10)), new Posting(chen(), Money.of(10, "USD")));
        assertThatThrownBy(() -> new Entry(Entry.Kind.SALE, "sale", 1, mixed))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
