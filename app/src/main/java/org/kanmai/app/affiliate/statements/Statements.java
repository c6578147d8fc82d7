package org.kanmai.app.affiliate.statements;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.AffiliateSettings;
import org.kanmai.app.affiliate.statements.Statement.Line;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Account.Purpose;
import org.kanmai.app.ledger.AccountBook;
import org.kanmai.app.ledger.Movement;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Makes statements; every amount in them is a sum over the ledger. */
@Component
class Statements {
    /** The most movements that one statement reads or lists. */
    static final int MOST = 20_000;

    private static final Currency USUAL = Currency.getInstance("CNY");

    private final AccountBook book;
    private final Income income;
    private final AffiliateSettings settings;
    private final Clock clock;

    Statements(AccountBook book, Income income, AffiliateSettings settings, Clock clock) {
        this.book = book;
        this.income = income;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is asked for; absent parts are the current month and the currency that there is. */
    record Asked(@Nullable String month, @Nullable String currency) {}

    Statement person(PersonId person, Asked asked) {
        var month = month(asked);
        var accounts = List.of(Account.held(person), Account.free(person));
        var currencies = currencies(accounts);
        var currency = currency(asked, currencies);
        var moved = book.movements(accounts, currency, month.from(), month.until(), MOST);
        return statement(month, accounts, currencies, currency, income.lines(person, moved));
    }

    Statement shop(ShopId shop, Asked asked) {
        return books(List.of(Account.held(shop), Account.free(shop)), asked, false);
    }

    Statement platform(Asked asked) {
        return books(List.of(Account.fees()), asked, true);
    }

    private Statement books(List<Account> accounts, Asked asked, boolean platform) {
        var month = month(asked);
        var currencies = currencies(accounts);
        var currency = currency(asked, currencies);
        var flows = book.flows(accounts, currency, month.from(), month.until());
        var lines = platform ? FlowLines.platform(flows) : FlowLines.shop(flows);
        return statement(month, accounts, currencies, currency, lines);
    }

    /** Returns every movement of a person's accounts in a month. */
    List<Movement> movements(PersonId person, Asked asked) {
        return movements(List.of(Account.held(person), Account.free(person)), asked);
    }

    /** Returns every movement of a shop's accounts in a month. */
    List<Movement> movements(ShopId shop, Asked asked) {
        return movements(List.of(Account.held(shop), Account.free(shop)), asked);
    }

    private List<Movement> movements(List<Account> accounts, Asked asked) {
        var month = month(asked);
        return book.movements(accounts, currency(asked, currencies(accounts)), month.from(), month.until(), MOST);
    }

    private Statement statement(
            Month month, List<Account> accounts, List<String> currencies, Currency currency, List<Line> lines) {
        var opening = balance(accounts, currency, month.from());
        var closing = balance(accounts, currency, month.until());
        return new Statement(
                month.month(),
                currencies,
                opening,
                whole(lines, closing.minus(opening)),
                closing,
                balance(only(accounts, Purpose.HELD), currency, month.until()),
                balance(only(accounts, Purpose.FREE), currency, month.until()));
    }

    /** What is not named is one line more, so that the lines always add up. */
    private static List<Line> whole(List<Line> lines, Money change) {
        var rest = lines.stream().map(Line::amount).reduce(change, Money::minus);
        var all = new ArrayList<>(lines);
        if (!rest.isZero()) {
            all.add(new Line(Statement.What.OTHER, rest, 1));
        }
        return all;
    }

    private static List<Account> only(List<Account> accounts, Purpose purpose) {
        return accounts.stream().filter(each -> each.purpose() == purpose).toList();
    }

    private Money balance(List<Account> accounts, Currency currency, java.time.Instant before) {
        return book.balances(accounts, before).stream()
                .filter(each -> each.currency().equals(currency))
                .findFirst()
                .orElse(new Money(0, currency));
    }

    private List<String> currencies(List<Account> accounts) {
        return book.balances(accounts, clock.instant()).stream()
                .map(each -> each.currency().getCurrencyCode())
                .toList();
    }

    private static Currency currency(Asked asked, List<String> known) {
        if (asked.currency == null) {
            return known.isEmpty() ? USUAL : Currency.getInstance(known.getFirst());
        }
        if (!known.contains(asked.currency)) {
            throw Refusal.invalid("currency", "must be one that you were ever paid in");
        }
        return Currency.getInstance(asked.currency);
    }

    private Month month(Asked asked) {
        return Month.parse(asked.month, settings.zone(), clock);
    }
}
