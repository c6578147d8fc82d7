package org.kanmai.facts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount of money, exact; sums that do not fit into 64 bits throw {@link ArithmeticException}.
 *
 * @param minor in the smallest unit of the currency, such as fen or cents; negative for what is owed
 */
public record Money(long minor, Currency currency) {

    /** Returns an amount in a currency of ISO 4217; throws {@link IllegalArgumentException} when there is none of that code. */
    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /** Returns nothing, in the currency of this. */
    public Money zero() {
        return new Money(0, currency);
    }

    /** Returns the sum. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** Returns the difference. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** Returns so many times this. */
    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** Returns the opposite. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Returns whether this is less than zero. */
    public boolean isNegative() {
        return minor < 0;
    }

    /** Returns whether this is nothing. */
    public boolean isZero() {
        return minor == 0;
    }

    /**
     * Returns this divided by weights so that the parts sum to the whole, by the largest remainder (Hamilton's method): each
     * part is within one minor unit of its exact share; among equal remainders the earlier part gets the unit.
     *
     * @param weights none negative, not all zero
     */
    public List<Money> split(long... weights) {
        long sum = total(weights);
        var whole = BigInteger.valueOf(Math.absExact(minor));
        var parts = new ArrayList<Part>();
        for (int index = 0; index < weights.length; index++) {
            var exact = whole.multiply(BigInteger.valueOf(weights[index])).divideAndRemainder(BigInteger.valueOf(sum));
            parts.add(new Part(index, exact[0].longValueExact(), exact[1].longValueExact()));
        }
        long left = Math.absExact(minor) - parts.stream().mapToLong(Part::floor).sum();
        var raised = parts.stream()
                .sorted(Comparator.comparingLong(Part::remainder).reversed().thenComparingInt(Part::index))
                .limit(left)
                .map(Part::index)
                .toList();
        return IntStream.range(0, weights.length)
                .mapToObj(index -> part(parts.get(index).floor() + (raised.contains(index) ? 1 : 0)))
                .toList();
    }

    private record Part(int index, long floor, long remainder) {}

    private Money part(long amount) {
        return new Money(minor < 0 ? -amount : amount, currency);
    }

    private static long total(long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is never negative: " + weight);
            }
            sum = Math.addExact(sum, weight);
        }
        if (sum == 0) {
            throw new IllegalArgumentException("at least one weight must be above zero");
        }
        return sum;
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return other;
    }

    @Override
    public String toString() {
        return minor + " " + currency;
    }
}
