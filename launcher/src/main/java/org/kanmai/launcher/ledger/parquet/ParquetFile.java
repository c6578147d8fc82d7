package org.kanmai.launcher.ledger.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of flat columns; everything that it can't say in the known way throws {@link Unusual}. */
public final class ParquetFile {
    private static final long LARGEST_FILE = 256L << 20;
    private static final int MAGIC = 'P' | 'A' << 8 | 'R' << 16 | '1' << 24;
    private static final int TAIL = 2 * Integer.BYTES;
    private static final int MOST_ROWS = 2_000_000;
    private static final int INT32 = 1;
    private static final int INT64 = 2;
    private static final int BYTE_ARRAY = 6;
    private static final int UTF8 = 0;
    private static final int INT_8 = 15;
    private static final int INT_64 = 18;
    private static final int NONE = -1;

    private final byte[] file;
    private final List<Struct> groups;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Struct> columns;

    private ParquetFile(byte[] file) {
        this.file = file;
        var footer = footer(file);
        var schema = footer.structs(2);
        if (schema.isEmpty()) {
            throw new Unusual("no schema");
        }
        this.columns = schema.subList(1, schema.size());
        this.groups = footer.structs(4);
        for (int place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            if (column.has(5) || places.put(column.text(4), place) != null) {
                throw new Unusual("columns within columns, or two of one name");
            }
        }
    }

    /** Reads a file, of which no more than 256 MiB are taken at once. */
    public static ParquetFile open(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) {
            throw new Unusual("a large file");
        }
        return new ParquetFile(Files.readAllBytes(path));
    }

    private static Struct footer(byte[] file) {
        var tail = new Cursor(file, Math.max(0, file.length - TAIL), file.length);
        long length = tail.int32();
        if (tail.int32() != MAGIC || length < 0) {
            throw new Unusual("no Parquet");
        }
        return Struct.read(new Cursor(file, file.length - TAIL - length, file.length - TAIL));
    }

    /** Returns whether there is a column of this name. */
    public boolean has(String column) {
        return places.containsKey(column);
    }

    /** Returns how many row groups there are. */
    public int groups() {
        return groups.size();
    }

    /** Returns how many rows a row group has. */
    public int rows(int group) {
        long rows = groups.get(group).number(3);
        if (rows < 0 || rows > MOST_ROWS) {
            throw new Unusual(rows + " rows");
        }
        return (int) rows;
    }

    /** Reads a column of whole numbers of a row group. */
    public NumberColumn numbers(int group, String name) {
        var column = columns.get(place(name));
        long type = column.number(1);
        long said = said(column);
        boolean whole = said == NONE || (said >= INT_8 && said <= INT_64);
        if (!whole || (type != INT32 && type != INT64)) {
            throw new Unusual(name + " has another type");
        }
        return chunk(group, name).read(file, new NumberColumn(type == INT64, rows(group)));
    }

    /** Reads a column of texts or bytes of a row group. */
    public BytesColumn bytes(int group, String name) {
        var column = columns.get(place(name));
        long said = said(column);
        if (column.number(1) != BYTE_ARRAY || (said != NONE && said != UTF8)) {
            throw new Unusual(name + " has another type");
        }
        return chunk(group, name).read(file, new BytesColumn(rows(group)));
    }

    private static long said(Struct column) {
        return column.has(6) ? column.number(6) : NONE;
    }

    private int place(String name) {
        var place = places.get(name);
        if (place == null) {
            throw new Unusual("no column " + name);
        }
        return place;
    }

    private Chunk chunk(int group, String name) {
        var chunks = groups.get(group).structs(1);
        if (chunks.size() != columns.size()) {
            throw new Unusual("a row group of other columns");
        }
        var chunk = chunks.get(place(name));
        var about = chunk.struct(3);
        var column = columns.get(place(name));
        if (chunk.has(1)
                || chunk.has(8)
                || !about.list(3).equals(List.of(name))
                || about.number(1) != column.number(1)) {
            throw new Unusual("a column that lies elsewhere");
        }
        if (about.number(5) != rows(group) || column.number(3) > 1) {
            throw new Unusual("a column of lists");
        }
        long from = about.has(11) ? Math.min(about.number(11), about.number(9)) : about.number(9);
        return new Chunk(column.number(3) == 1, about.number(4), from, rows(group));
    }
}
