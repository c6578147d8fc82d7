package org.kanmai.app.trade.messages;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can stand in a template, by a name in each language, and is filled from an order. */
enum Placeholder {
    ORDER("order", "订单号"),
    PRODUCT("product", "商品"),
    SHOP("shop", "店铺"),
    TOTAL("total", "实付金额"),
    CARRIER("carrier", "快递公司"),
    NUMBER("number", "运单号"),
    /** What goes back for units that come back. */
    AMOUNT("amount", "退款金额");

    static final Set<Placeholder> ALWAYS = Set.copyOf(EnumSet.of(ORDER, PRODUCT, SHOP, TOTAL));

    private final String english;
    private final String chinese;

    Placeholder(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }

    /** Returns the placeholder of a name, in either language. */
    static Optional<Placeholder> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.english.equalsIgnoreCase(name) || each.chinese.equals(name))
                .findFirst();
    }
}
