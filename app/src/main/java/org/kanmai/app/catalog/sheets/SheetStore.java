package org.kanmai.app.catalog.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sheets of shops, and what became of each line. */
@Repository
class SheetStore {
    private static final String SELECT = """
            select sheet.id, sheet.name, sheet.state, sheet.sent_at, count(line.line) as lines,
                   count(*) filter (where line.outcome = 'ready') as ready,
                   count(*) filter (where line.outcome = 'made') as made,
                   count(*) filter (where line.outcome = 'changed') as changed,
                   count(*) filter (where line.outcome = 'refused') as refused
              from catalog.sheet
              left join catalog.sheet_line line on line.sheet = sheet.id
             where %s
             group by sheet.id
             order by sheet.id desc
            """;

    private final JdbcClient jdbc;

    SheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a line, or will become of it. */
    enum Outcome implements Code {
        READY,
        REFUSED,
        MADE,
        CHANGED
    }

    /** A line with what became of it; {@code made} is the product that it belongs to now. */
    record Line(
            int line,
            String product,
            Outcome outcome,
            @Nullable ProductId made,
            @Nullable Fault fault) {}

    /** Keeps a file; false when its shop has sent the same one. */
    boolean add(long id, ShopId shop, String name, byte[] digest, byte[] content, Instant at) {
        return jdbc.sql("""
                insert into catalog.sheet (id, shop, name, digest, content, state, sent_at)
                     values (:id, :shop, :name, :digest, :content, 'checked', :at)
                on conflict (shop, digest) do nothing
                """)
                        .param("id", id)
                        .param("shop", shop.value())
                        .param("name", name)
                        .param("digest", digest)
                        .param("content", content)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Long> sent(ShopId shop, byte[] digest) {
        return jdbc.sql("select id from catalog.sheet where shop = :shop and digest = :digest")
                .param("shop", shop.value())
                .param("digest", digest)
                .query((row, number) -> row.getLong("id"))
                .optional();
    }

    int count(ShopId shop) {
        return jdbc.sql("select count(*) as sheets from catalog.sheet where shop = :shop")
                .param("shop", shop.value())
                .query((row, number) -> row.getInt("sheets"))
                .single();
    }

    List<Sheet> of(ShopId shop) {
        return jdbc.sql(SELECT.formatted("sheet.shop = :shop"))
                .param("shop", shop.value())
                .query(SheetStore::sheet)
                .list();
    }

    Optional<Sheet> find(ShopId shop, long id) {
        return jdbc.sql(SELECT.formatted("sheet.shop = :shop and sheet.id = :id"))
                .param("shop", shop.value())
                .param("id", id)
                .query(SheetStore::sheet)
                .optional();
    }

    /** Returns what was sent, until it is carried out. */
    Optional<byte[]> content(long id) {
        return jdbc.sql("select content from catalog.sheet where id = :id and content is not null")
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** Makes what else looks through or carries out a sheet wait until this transaction ends, and returns its state. */
    Sheet.State lock(long id) {
        return jdbc.sql("select state from catalog.sheet where id = :id for update")
                .param("id", id)
                .query((row, number) -> Code.parse(Sheet.State.class, row.getString("state")))
                .single();
    }

    void begin(long id) {
        jdbc.sql("update catalog.sheet set state = 'applying' where id = :id and state = 'checked'")
                .param("id", id)
                .update();
    }

    void end(long id) {
        jdbc.sql("""
                update catalog.sheet
                   set state = 'done', content = null
                 where id = :id
                   and state = 'applying'
                """).param("id", id).update();
    }

    boolean forget(ShopId shop, long id) {
        return jdbc.sql("delete from catalog.sheet where id = :id and shop = :shop and state <> 'applying'")
                        .param("id", id)
                        .param("shop", shop.value())
                        .update()
                == 1;
    }

    void clear(long id) {
        jdbc.sql("delete from catalog.sheet_line where sheet = :id")
                .param("id", id)
                .update();
    }

    /** Keeps what was found of lines. */
    void look(long sheet, Collection<SheetLine> lines, Map<Integer, Fault> faults) {
        var all = List.copyOf(lines);
        jdbc.sql("""
                insert into catalog.sheet_line (sheet, line, product, outcome, field, fault, detail, place)
                select :sheet, line, product, case when fault is null then 'ready' else 'refused' end, field, fault, detail, place
                  from unnest(cast(:lines as integer[]), cast(:products as text[]), cast(:fields as text[]),
                              cast(:faults as text[]), cast(:details as text[]), cast(:places as integer[]))
                       as line (line, product, field, fault, detail, place)
                """)
                .param("sheet", sheet)
                .param("lines", all.stream().map(SheetLine::place).toArray(Integer[]::new))
                .param("products", all.stream().map(SheetLine::product).toArray(String[]::new))
                .param("fields", texts(all, faults, Fault::field))
                .param("faults", texts(all, faults, fault -> fault.kind().code()))
                .param("details", texts(all, faults, Fault::detail))
                .param("places", places(all, faults))
                .update();
    }

    private static @Nullable Integer[] places(List<SheetLine> lines, Map<Integer, Fault> faults) {
        @Nullable Integer[] places = new @Nullable Integer[lines.size()];
        for (int at = 0; at < places.length; at++) {
            var fault = faults.get(lines.get(at).place());
            places[at] = fault == null ? null : fault.place();
        }
        return places;
    }

    private static @Nullable String[] texts(
            List<SheetLine> lines, Map<Integer, Fault> faults, Function<Fault, String> part) {
        @Nullable String[] texts = new @Nullable String[lines.size()];
        for (int at = 0; at < texts.length; at++) {
            var fault = faults.get(lines.get(at).place());
            texts[at] = fault == null ? null : part.apply(fault);
        }
        return texts;
    }

    /** Locks the lines of a product that are to be carried out, and returns how many they are. */
    int claim(long sheet, String product) {
        return jdbc.sql("""
                select line
                  from catalog.sheet_line
                 where sheet = :sheet
                   and product = :product
                   and outcome = 'ready'
                 order by line
                   for update
                """)
                .param("sheet", sheet)
                .param("product", product)
                .query((row, number) -> row.getInt("line"))
                .list()
                .size();
    }

    void done(long sheet, String product, Outcome outcome, ProductId made) {
        jdbc.sql("""
                update catalog.sheet_line
                   set outcome = :outcome, made = :made
                 where sheet = :sheet
                   and product = :product
                   and outcome = 'ready'
                """)
                .param("sheet", sheet)
                .param("product", product)
                .param("outcome", outcome.code())
                .param("made", made.value())
                .update();
    }

    void refuse(long sheet, String product, Fault fault) {
        jdbc.sql("""
                update catalog.sheet_line
                   set outcome = 'refused', field = :field, fault = :fault, detail = :detail
                 where sheet = :sheet
                   and product = :product
                   and outcome = 'ready'
                """)
                .param("sheet", sheet)
                .param("product", product)
                .param("field", fault.field())
                .param("fault", fault.kind().code())
                .param("detail", fault.detail())
                .update();
    }

    /** Returns lines after one, in the order of the file; those of one outcome only, if one is given. */
    List<Line> lines(long sheet, @Nullable Outcome outcome, int after, int limit) {
        return jdbc.sql("""
                select line, product, outcome, made, field, fault, detail, place
                  from catalog.sheet_line
                 where sheet = :sheet
                   and line > :after
                   and outcome = coalesce(:outcome, outcome)
                 order by line
                 limit :limit
                """)
                .param("sheet", sheet)
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.code(), Types.VARCHAR)
                .param("limit", limit)
                .query(SheetStore::line)
                .list();
    }

    private static Sheet sheet(ResultSet row, int number) throws SQLException {
        return new Sheet(
                Long.toString(row.getLong("id")),
                row.getString("name"),
                Code.parse(Sheet.State.class, row.getString("state")),
                row.getTimestamp("sent_at").toInstant(),
                row.getInt("lines"),
                row.getInt("ready"),
                row.getInt("made"),
                row.getInt("changed"),
                row.getInt("refused"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        long made = row.getLong("made");
        var product = row.wasNull() ? null : new ProductId(made);
        return new Line(
                row.getInt("line"),
                row.getString("product"),
                Code.parse(Outcome.class, row.getString("outcome")),
                product,
                fault(row));
    }

    private static @Nullable Fault fault(ResultSet row) throws SQLException {
        var kind = row.getString("fault");
        if (kind == null) {
            return null;
        }
        return new Fault(
                Objects.requireNonNull(row.getString("field")),
                Code.parse(Fault.Kind.class, kind),
                Objects.requireNonNullElse(row.getString("detail"), ""),
                row.getObject("place", Integer.class));
    }
}
