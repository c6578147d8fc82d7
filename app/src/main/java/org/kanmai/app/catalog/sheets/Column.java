package org.kanmai.app.catalog.sheets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a sheet holds, with the names that it may have. */
enum Column {
    PRODUCT("product", "商品"),
    STATE("state", "状态"),
    TITLE("title", "标题"),
    DESCRIPTION("description", "描述"),
    OPTION_1("option 1", "规格 1"),
    VALUE_1("value 1", "规格值 1"),
    OPTION_2("option 2", "规格 2"),
    VALUE_2("value 2", "规格值 2"),
    OPTION_3("option 3", "规格 3"),
    VALUE_3("value 3", "规格值 3"),
    CODE("code", "货号"),
    PRICE("price", "价格"),
    CURRENCY("currency", "币种"),
    STOCK("stock", "库存"),
    /** The names of a category and of those that it lies in. */
    CATEGORY("category", "类目");

    static final List<Column> OPTIONS = List.of(OPTION_1, OPTION_2, OPTION_3);
    static final List<Column> VALUES = List.of(VALUE_1, VALUE_2, VALUE_3);
    static final List<Column> NEEDED = List.of(PRODUCT, TITLE, PRICE, STOCK);

    private final String english;
    private final String chinese;

    Column(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** Returns the name in a language. */
    String name(Locale language) {
        return language.getLanguage().equals("zh") ? chinese : english;
    }

    /** Returns the column of a name, in either language, whatever its capitals and spaces. */
    static Optional<Column> named(String name) {
        var plain = plain(name);
        return Arrays.stream(values())
                .filter(column -> plain(column.english).equals(plain)
                        || plain(column.chinese).equals(plain))
                .findFirst();
    }

    /** Returns a name without what spreadsheets and people change in it. */
    static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
