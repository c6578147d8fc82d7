package org.kanmai.app.affiliate.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kanmai.app.affiliate.statements.Statement.Line;
import org.kanmai.app.affiliate.statements.Statement.What;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Flow;
import org.kanmai.facts.Money;

/** Reads a party's lines from what its entries moved for everybody: a shop's gross is what its buyers gave. */
final class FlowLines {
    private FlowLines() {}

    static List<Line> shop(List<Flow> flows) {
        var lines = new ArrayList<Line>();
        add(lines, What.SALES, of(flows, Entry.Kind.SALE, Account.Kind.PERSON, Account.Purpose.CLEARING), true);
        add(
                lines,
                What.SITE_COUPONS,
                of(flows, Entry.Kind.SALE, Account.Kind.PLATFORM, Account.Purpose.PROMOTION),
                true);
        add(lines, What.FEES, of(flows, Entry.Kind.SALE, Account.Kind.PLATFORM, Account.Purpose.FEES), true);
        add(lines, What.COMMISSIONS, of(flows, Entry.Kind.SALE, Account.Kind.PERSON, Account.Purpose.HELD), true);
        add(lines, What.REFUNDS, of(flows, Entry.Kind.REFUND, Account.Kind.PERSON, Account.Purpose.CLEARING), true);
        add(
                lines,
                What.SITE_COUPONS_BACK,
                of(flows, Entry.Kind.REFUND, Account.Kind.PLATFORM, Account.Purpose.PROMOTION),
                true);
        add(lines, What.FEES_BACK, of(flows, Entry.Kind.REFUND, Account.Kind.PLATFORM, Account.Purpose.FEES), true);
        add(
                lines,
                What.COMMISSIONS_BACK,
                of(flows, Entry.Kind.REFUND, Account.Kind.PERSON, Account.Purpose.HELD),
                true);
        add(
                lines,
                What.COMPENSATIONS,
                of(flows, Entry.Kind.COMPENSATION, Account.Kind.SHOP, Account.Purpose.FREE),
                false);
        add(lines, What.PAYOUTS, of(flows, Entry.Kind.PAYOUT, Account.Kind.SHOP, Account.Purpose.FREE), false);
        return lines;
    }

    static List<Line> platform(List<Flow> flows) {
        var lines = new ArrayList<Line>();
        add(lines, What.FEES, of(flows, Entry.Kind.SALE, Account.Kind.PLATFORM, Account.Purpose.FEES), false);
        add(lines, What.GIFTS, of(flows, Entry.Kind.GIFT, Account.Kind.PLATFORM, Account.Purpose.FEES), false);
        add(lines, What.FEES_BACK, of(flows, Entry.Kind.REFUND, Account.Kind.PLATFORM, Account.Purpose.FEES), false);
        return lines;
    }

    private static List<Flow> of(List<Flow> flows, Entry.Kind kind, Account.Kind party, Account.Purpose purpose) {
        Predicate<Flow> wanted = flow -> flow.kind() == kind && flow.party() == party && flow.purpose() == purpose;
        return flows.stream().filter(wanted).toList();
    }

    /** What others gave is what the party got. */
    private static void add(List<Line> lines, What what, List<Flow> flows, boolean others) {
        for (var flow : flows) {
            Money amount = others ? flow.amount().negated() : flow.amount();
            lines.add(new Line(what, amount, flow.entries()));
        }
    }
}
