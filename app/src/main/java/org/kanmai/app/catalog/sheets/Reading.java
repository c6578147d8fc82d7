package org.kanmai.app.catalog.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.ProductWords;
import org.kanmai.app.catalog.Variant;
import org.kanmai.app.catalog.sheets.Fault.Kind;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/** Reads the lines of one product: what it would be, and what is wrong with each line. */
final class Reading {
    private static final String USUAL_CURRENCY = "CNY";
    private static final int LONGEST_NUMBER = 20;

    private final List<SheetLine> lines;
    private final Map<Integer, Fault> faults = new LinkedHashMap<>();
    private final List<Variant> variants = new ArrayList<>();
    private final @Nullable ProductWords words;

    Reading(List<SheetLine> lines) {
        this.lines = List.copyOf(lines);
        var first = lines.getFirst();
        this.words = at(
                first, () -> new ProductWords(first.at(Column.TITLE), first.at(Column.DESCRIPTION), first.options()));
        lines.stream().skip(1).forEach(line -> same(first, line));
        lines.forEach(this::variant);
        if (words != null && faults.isEmpty()) {
            at(first, () -> Variant.of(words, variants));
        }
    }

    /** Returns what is wrong, by the places of lines. */
    Map<Integer, Fault> faults() {
        return faults;
    }

    /** Returns what it says; only for lines without faults. */
    ProductWords words() {
        if (words == null) {
            throw new IllegalStateException("line " + lines.getFirst().place() + " has no words");
        }
        return words;
    }

    /** Returns its variants in the order of the lines. */
    List<Variant> variants() {
        return List.copyOf(variants);
    }

    /** Returns whether a line leaves the stock of its variant alone. */
    static boolean leavesStock(SheetLine line) {
        return line.at(Column.STOCK).isEmpty();
    }

    private void same(SheetLine first, SheetLine line) {
        for (var column :
                List.of(Column.TITLE, Column.DESCRIPTION, Column.OPTION_1, Column.OPTION_2, Column.OPTION_3)) {
            if (!line.at(column).isEmpty() && !line.at(column).equals(first.at(column))) {
                faults.putIfAbsent(line.place(), Fault.of(Kind.DIFFERS, field(column)));
            }
        }
    }

    private static String field(Column column) {
        return switch (column) {
            case TITLE -> "title";
            case DESCRIPTION -> "description";
            default -> "options";
        };
    }

    private void variant(SheetLine line) {
        var variant = at(line, () -> new Variant(line.values(), line.at(Column.CODE), price(line), stock(line)));
        if (variant != null) {
            variants.add(variant);
        }
    }

    private static Money price(SheetLine line) {
        var currency = currency(line.at(Column.CURRENCY));
        try {
            var amount = new BigDecimal(number(line, Column.PRICE));
            return new Money(
                    amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw Refusal.invalid("price", "must be an amount such as 19.90");
        }
    }

    private static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code.isEmpty() ? USUAL_CURRENCY : code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("currency", "must be a code of ISO 4217, such as CNY");
        }
        throw Refusal.invalid("currency", "must be one that is paid with");
    }

    private static int stock(SheetLine line) {
        try {
            return leavesStock(line) ? 0 : Integer.parseInt(number(line, Column.STOCK));
        } catch (NumberFormatException unreadable) {
            throw Refusal.invalid("stock", "must be a whole number");
        }
    }

    private static String number(SheetLine line, Column column) {
        var text = line.at(column);
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") || text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("no number");
        }
        return text;
    }

    private <T> @Nullable T at(SheetLine line, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refusal wrong) {
            faults.putIfAbsent(line.place(), fault(wrong));
            return null;
        }
    }

    /** A refusal of a field says "field: reason". */
    static Fault fault(Refusal refusal) {
        var said = String.valueOf(refusal.getMessage()).split(": ", 2);
        return said.length == 2 ? Fault.wrong(said[0], said[1]) : Fault.wrong("product", said[0]);
    }
}
