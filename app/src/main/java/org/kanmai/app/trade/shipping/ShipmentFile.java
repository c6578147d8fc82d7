package org.kanmai.app.trade.shipping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kanmai.app.trade.orders.OrderRow.Parcel;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.files.SentCsv;
import org.kanmai.facts.OrderId;

/** A file of shipments: its first row names its columns, each other row is one order. */
final class ShipmentFile {
    static final int LARGEST = 256 * 1024;
    static final int MOST_LINES = 500;
    static final List<String> COLUMNS = List.of("order", "carrier", "number");

    private static final String FIELD = "file";

    private ShipmentFile() {}

    /** A line as it was sent; {@code number} counts from 1 for the first after the names. */
    record Line(int number, String order, String carrier, String parcel) {

        /** Returns the order that it names; an id may stand behind a mark that keeps spreadsheets from rounding it. */
        Optional<OrderId> id() {
            try {
                return Optional.of(OrderId.parse(order.replaceFirst("^['#]{1,2}", "")));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }

        boolean hasCarrier() {
            return isText(carrier, 1, 30);
        }

        boolean hasNumber() {
            return isText(parcel, 4, 40);
        }

        Parcel sent() {
            return new Parcel(carrier, parcel);
        }

        /** Nothing that begins like a formula becomes part of an order: others will open it in a spreadsheet. */
        private static boolean isText(String text, int shortest, int longest) {
            return text.length() >= shortest
                    && text.length() <= longest
                    && text.chars().noneMatch(Character::isISOControl)
                    && "=+-@".indexOf(text.charAt(0)) < 0;
        }
    }

    /** Reads the lines that say something; refuses with 422 what is no such file. */
    static List<Line> read(byte[] sent) {
        if (sent.length > LARGEST) {
            throw Refusal.invalid(FIELD, "must have at most " + LARGEST / 1024 + " KiB");
        }
        var rows = SentCsv.read(sent, MOST_LINES + 1);
        if (rows.isEmpty()) {
            throw Refusal.invalid(FIELD, "is empty");
        }
        var places = places(rows.getFirst());
        var lines = new ArrayList<Line>();
        for (int row = 1; row < rows.size(); row++) {
            var line = line(row, rows.get(row), places);
            if (!line.carrier.isEmpty() || !line.parcel.isEmpty()) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid(FIELD, "names no parcel");
        }
        return lines;
    }

    private static List<Integer> places(List<String> names) {
        var lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        var places = COLUMNS.stream().map(lower::indexOf).toList();
        if (places.contains(-1)) {
            throw Refusal.invalid(FIELD, "must begin with the columns " + String.join(", ", COLUMNS));
        }
        return places;
    }

    private static Line line(int row, List<String> cells, List<Integer> places) {
        return new Line(row, cell(cells, places.get(0)), cell(cells, places.get(1)), cell(cells, places.get(2)));
    }

    private static String cell(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : "";
    }
}
