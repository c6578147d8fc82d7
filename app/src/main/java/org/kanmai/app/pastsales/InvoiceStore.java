package org.kanmai.app.pastsales;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.pastsales.Sorted.Kept;
import org.kanmai.app.pastsales.Sorted.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invoices, their lines, and the lines that are none. */
@Repository
class InvoiceStore {
    private final JdbcClient jdbc;

    InvoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the invoices that are new, and returns the id of each that belongs to this file, by its number. */
    Map<String, Long> add(SalesImport file, List<Invoice> invoices) {
        jdbc.sql("""
                insert into pastsales.invoice (id, import, shop, number, customer, country, at)
                select id, :import, :shop, number, customer, country, at
                  from unnest(:ids::bigint[], :numbers::text[], :customers::bytea[], :countries::text[], :times::timestamptz[])
                       as invoice (id, number, customer, country, at)
                    on conflict (shop, number) do nothing
                """)
                .param("import", file.id())
                .param("shop", file.shop().value())
                .param("ids", all(invoices, Invoice::id, Long[]::new))
                .param("numbers", all(invoices, Invoice::number, String[]::new))
                .param("customers", all(invoices, InvoiceStore::customer, byte[][]::new))
                .param("countries", all(invoices, Invoice::country, String[]::new))
                .param("times", all(invoices, invoice -> invoice.at().toString(), String[]::new))
                .update();
        return ids(file, invoices);
    }

    private Map<String, Long> ids(SalesImport file, List<Invoice> invoices) {
        var ids = new HashMap<String, Long>();
        jdbc.sql("""
                select number, id
                  from pastsales.invoice
                 where shop = :shop
                   and import = :import
                   and number = any(:numbers)
                """)
                .param("shop", file.shop().value())
                .param("import", file.id())
                .param("numbers", all(invoices, Invoice::number, String[]::new))
                .query(row -> {
                    ids.put(row.getString("number"), row.getLong("id"));
                });
        return ids;
    }

    private static byte @Nullable [] customer(Invoice invoice) {
        return invoice.customer() == null ? null : invoice.customer().bytes();
    }

    void addLines(long file, Map<String, Long> invoices, List<Kept> lines) {
        jdbc.sql("""
                insert into pastsales.line (import, invoice, row, kind, code, title, units, price, minor)
                select :import, invoice, place, kind, code, title, units, price, minor
                  from unnest(:invoices::bigint[], :places::integer[], :kinds::text[], :codes::text[], :titles::text[],
                              :units::integer[], :prices::numeric[], :minors::bigint[])
                       as line (invoice, place, kind, code, title, units, price, minor)
                 order by place
                """)
                .param("import", file)
                .param("invoices", all(lines, line -> invoices.get(line.row().number()), Long[]::new))
                .param("places", all(lines, Kept::place, Integer[]::new))
                .param("kinds", all(lines, line -> line.kind().code(), String[]::new))
                .param("codes", all(lines, line -> line.row().code(), String[]::new))
                .param("titles", all(lines, line -> line.row().title(), String[]::new))
                .param("units", all(lines, line -> Math.abs(line.row().units()), Integer[]::new))
                .param("prices", all(lines, line -> line.row().price(), BigDecimal[]::new))
                .param("minors", all(lines, Kept::minor, Long[]::new))
                .update();
    }

    void refuse(long file, List<Refused> lines) {
        jdbc.sql("""
                insert into pastsales.refused (import, row, number, reason)
                select :import, place, number, reason
                  from unnest(:places::integer[], :numbers::text[], :reasons::text[]) as line (place, number, reason)
                """)
                .param("import", file)
                .param("places", all(lines, Refused::place, Integer[]::new))
                .param("numbers", all(lines, Refused::number, String[]::new))
                .param("reasons", all(lines, line -> line.reason().code(), String[]::new))
                .update();
    }

    private static <R, T> T[] all(List<R> rows, Function<R, @Nullable T> of, IntFunction<T[]> array) {
        return rows.stream().map(of).toArray(array);
    }
}
