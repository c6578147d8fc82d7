package org.kanmai.app.pastsales;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.pastsales.Sorted.Reason;
import org.kanmai.app.pastsales.Sorted.Refused;
import org.kanmai.app.web.Refusal;

/** Reads a line by the names of its columns, which may be any that shops use for them; what can't be read is refused and named. */
final class RowReader {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT);
    private static final int MOST_UNITS = 10_000_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_COUNTRY = 60;
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 18;

    private final Sorting sorting;
    private final int number;
    private final int code;
    private final int title;
    private final int units;
    private final int at;
    private final int price;
    private final int customer;
    private final int country;

    /** Finds the columns; refuses with 422 a file that lacks one it needs. */
    RowReader(CSVRecord names, Sorting sorting) {
        var columns = StreamSupport.stream(names.spliterator(), false)
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""))
                .toList();
        this.sorting = sorting;
        this.number = needed(columns, "invoiceno", "invoice", "invoicenumber", "ordernumber", "发票号", "订单号");
        this.code = needed(columns, "stockcode", "sku", "code", "商品编码", "货号");
        this.title = columns.indexOf(first(columns, "description", "title", "商品名称"));
        this.units = needed(columns, "quantity", "units", "数量");
        this.at = needed(columns, "invoicedate", "date", "time", "日期", "时间");
        this.price = needed(columns, "unitprice", "price", "单价");
        this.customer = columns.indexOf(first(columns, "customerid", "customer", "客户"));
        this.country = columns.indexOf(first(columns, "country", "国家"));
    }

    private static int needed(List<String> columns, String... names) {
        int found = columns.indexOf(first(columns, names));
        if (found < 0) {
            throw Refusal.invalid("file", "lacks a column; one of these must be there: " + String.join(", ", names));
        }
        return found;
    }

    private static String first(List<String> columns, String... names) {
        return List.of(names).stream().filter(columns::contains).findFirst().orElse(names[0]);
    }

    Sorted read(int place, CSVRecord line) {
        var named = value(line, number);
        try {
            return sorting.sort(new SalesRow(
                    place,
                    within(named, 1, LONGEST_NUMBER),
                    within(value(line, code), 0, LONGEST_NUMBER),
                    cut(value(line, title)),
                    units(value(line, units)),
                    price(value(line, price)),
                    LocalDateTime.parse(value(line, at), TIME),
                    known(value(line, customer)),
                    known(value(line, country))));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return new Refused(place, named.substring(0, Math.min(named.length(), LONGEST_NUMBER)), Reason.UNREADABLE);
        }
    }

    private static String value(CSVRecord line, int column) {
        return column >= 0 && column < line.size() ? line.get(column).replace('\0', ' ') : "";
    }

    private static String within(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException("too short or too long");
        }
        return text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE);
    }

    private static int units(String text) {
        int units = Integer.parseInt(text);
        if (Math.abs((long) units) > MOST_UNITS) {
            throw new IllegalArgumentException("too many units");
        }
        return units;
    }

    private static BigDecimal price(String text) {
        var price = new BigDecimal(within(text, 1, MOST_DIGITS));
        if (price.scale() > MOST_DECIMALS || price.scale() < 0 || price.precision() > MOST_DIGITS - MOST_DECIMALS) {
            throw new IllegalArgumentException("no price");
        }
        return price;
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : within(text, 1, LONGEST_COUNTRY);
    }
}
