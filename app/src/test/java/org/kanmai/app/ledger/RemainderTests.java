package org.kanmai.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

class RemainderTests {
    private static final Account ANNA = Account.clearing(new PersonId(1));
    private static final Account CHEN = Account.held(new ShopId(2));
    private static final List<Posting> SALE =
            List.of(posting(ANNA, -1000), posting(CHEN, 951), posting(Account.fees(), 49));

    private static Posting posting(Account account, long minor) {
        return new Posting(account, Money.of(minor, "CNY"));
    }

    private static List<Posting> reverse(List<Posting> booked, List<Posting> reversed, long part) {
        return new Remainder(booked, reversed).reverse(Money.of(part, "CNY"));
    }

    @Test
    void theWholeGoesBackAsItCame() {
        assertThat(reverse(SALE, List.of(), 1000))
                .containsExactlyInAnyOrder(posting(ANNA, 1000), posting(CHEN, -951), posting(Account.fees(), -49));
    }

    @Property
    void partsInAnyStepsLeaveNothingAnywhere(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 5_000) Integer> shares,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 2_000) Integer> steps) {
        long total = shares.stream().mapToLong(Integer::longValue).sum();
        var sale = new ArrayList<Posting>(List.of(posting(ANNA, -total)));
        for (int shop = 0; shop < shares.size(); shop++) {
            sale.add(posting(Account.held(new ShopId(shop + 1)), shares.get(shop)));
        }
        var reversed = new ArrayList<Posting>();
        long left = total;
        for (int step : steps) {
            long part = Math.min(step, left);
            if (part > 0) {
                reversed.addAll(balanced(reverse(sale, reversed, part)));
                left -= part;
            }
        }
        if (left > 0) {
            reversed.addAll(balanced(reverse(sale, reversed, left)));
        }
        sale.forEach(posting -> assertThat(sum(sale, posting.account()) + sum(reversed, posting.account()))
                .isZero());
    }

    private static List<Posting> balanced(List<Posting> postings) {
        assertThat(postings.stream()
                        .mapToLong(posting -> posting.amount().minor())
                        .sum())
                .isZero();
        return postings;
    }

    private static long sum(List<Posting> postings, Account account) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account))
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }

    @Test
    void moreThanIsLeftIsRefused() {
        assertThatThrownBy(() -> reverse(SALE, List.of(), 1001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reverse(SALE, List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
        var half = reverse(SALE, List.of(), 500);
        assertThatThrownBy(() -> reverse(SALE, half, 501)).isInstanceOf(IllegalArgumentException.class);
    }
}
