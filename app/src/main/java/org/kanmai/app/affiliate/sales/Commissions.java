package org.kanmai.app.affiliate.sales;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kanmai.app.affiliate.AffiliateSettings;
import org.kanmai.app.affiliate.contracts.Contracts;
import org.kanmai.app.affiliate.contracts.Contracts.Agency;
import org.kanmai.app.affiliate.terms.Promises;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Orders;
import org.kanmai.app.trade.orders.SaleShares;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives creators, their agencies and the platform their parts of sales, and takes them back with them (EC-08, CR-08). */
@Component
public class Commissions implements SaleShares {
    private final Attribution attribution;
    private final Contracts contracts;
    private final Promises promises;
    private final CommissionStore store;
    private final TallyStore tally;
    private final AffiliateSettings settings;
    private final Ids ids;
    private final Clock clock;

    Commissions(
            Attribution attribution,
            Contracts contracts,
            Promises promises,
            CommissionStore store,
            TallyStore tally,
            AffiliateSettings settings,
            Ids ids,
            Clock clock) {
        this.attribution = attribution;
        this.contracts = contracts;
        this.promises = promises;
        this.store = store;
        this.tally = tally;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** How a product sells in the alliance, less what came back. */
    public record Selling(long units, long creators) {
        public static final Selling NONE = new Selling(0, 0);
    }

    /** Returns how products sell; those that nobody has sold are left out. */
    public Map<ProductId, Selling> sold(Collection<ProductId> products) {
        return products.isEmpty() ? Map.of() : tally.sold(products);
    }

    /** Returns how many units of products a creator has sold, less what came back. */
    public Map<ProductId, Long> soldBy(PersonId creator, Collection<ProductId> products) {
        return products.isEmpty() ? Map.of() : tally.soldBy(creator, products);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<OrderId, List<Posting>> of(List<OrderRow> paid) {
        var sold = attribution.of(paid);
        if (sold.isEmpty()) {
            return Map.of();
        }
        var earned = commissions(sold);
        store.add(earned);
        return earned.stream()
                .collect(Collectors.groupingBy(
                        Commission::order,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Commissions::postings)));
    }

    private List<Commission> commissions(List<Sold> sold) {
        var units = new TreeMap<Sold.Key, Integer>(Sold.Key.ORDER);
        sold.forEach(each -> units.merge(each.key(), each.line().units(), Integer::sum));
        var before = new HashMap<>(tally.add(units));
        var agencies =
                contracts.active(sold.stream().map(each -> each.creator()).collect(Collectors.toSet()));
        var earned = new ArrayList<Commission>();
        for (var each : sold) {
            long first = before.merge(each.key(), (long) each.line().units(), Long::sum)
                    - each.line().units();
            earned.add(commission(each, first, agencies.getOrDefault(each.creator(), Agency.NONE)));
        }
        return earned;
    }

    private Commission commission(Sold sold, long before, Agency agency) {
        var base = sold.base();
        var commission = sold.terms().ladder().commission(before, sold.line().units(), base);
        return new Commission(
                ids.next(),
                sold.order().id(),
                sold.place(),
                sold.order().shop(),
                sold.line().product().id(),
                sold.creator(),
                agency.person(),
                sold.shown(),
                sold.terms().id(),
                sold.line().units(),
                before,
                base,
                Split.of(commission, settings.feePerMille(), agency.perMille()),
                Commission.State.HELD,
                clock.instant());
    }

    /** One posting an account, none of nothing. */
    private static List<Posting> postings(List<Commission> earned) {
        var sums = new LinkedHashMap<Account, Money>();
        for (var each : earned) {
            sums.merge(Account.held(each.creator()), each.split().creator(), Money::plus);
            if (each.agency() != null) {
                sums.merge(Account.held(each.agency()), each.split().agency(), Money::plus);
            }
            sums.merge(Account.fees(), each.split().platform(), Money::plus);
        }
        return sums.entrySet().stream()
                .filter(each -> !each.getValue().isZero())
                .map(each -> new Posting(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posting> back(OrderId order, int place, int units) {
        var back = store.giveBack(order, place, units);
        if (back.isEmpty()) {
            return List.of();
        }
        var fewer = new TreeMap<Sold.Key, Integer>(Sold.Key.ORDER);
        fewer.put(back.get().key(), -units);
        tally.add(fewer);
        return postings(List.of(back.get()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posting> lower(OrderId order, int place, Money brings) {
        return store.hold(order, place).map(paid -> lower(paid, brings)).orElse(List.of());
    }

    private List<Posting> lower(Commission paid, Money brings) {
        var ladder = promises.made(paid.terms()).ladder();
        var lowered = paid.lowered(brings, ladder.commission(paid.soldBefore(), paid.units(), brings));
        store.lower(lowered);
        return postings(List.of(paid.with(paid.split().minus(lowered.split()))));
    }

    /** What came back was not sold. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(OrderMoved event) {
        if (event.step() == OrderStep.REFUNDED) {
            var units = new TreeMap<Sold.Key, Integer>(Sold.Key.ORDER);
            store.reverse(event.order()).forEach(each -> units.merge(each.key(), -each.units(), Integer::sum));
            if (!units.isEmpty()) {
                tally.add(units);
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void released(Orders.Released event) {
        store.release(event.order());
    }
}
