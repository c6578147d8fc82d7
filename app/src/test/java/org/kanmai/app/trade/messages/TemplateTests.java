package org.kanmai.app.trade.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

class TemplateTests {
    private static final Money PRICE = Money.of(1990, "CNY");

    private static OrderRow order(OrderRow.@Nullable Parcel parcel, int lines) {
        var line = new OrderLine(
                new SkuId(1),
                new Shown.Item(new ProductId(2), "明前龙井", null),
                List.of(),
                1,
                PRICE,
                null,
                null,
                PRICE.zero(),
                PRICE.zero(),
                null);
        return new OrderRow(
                new OrderId(77),
                new PersonId(3),
                new ShopId(4),
                OrderRow.State.SHIPPED,
                PRICE.times(lines),
                PRICE.zero(),
                PRICE.zero(),
                Binary.EMPTY,
                null,
                true,
                new OrderRow.Moments(Instant.EPOCH, Instant.EPOCH, null, null, null, null, null),
                parcel,
                null,
                null,
                Collections.nCopies(lines, line));
    }

    private static final OrderRow SENT = order(new OrderRow.Parcel("顺丰", "SF1"), 1);

    @Test
    void placeholdersAreFilledByTheirNamesInEitherLanguage() {
        var template = new Template(" 您的{商品}已由{ carrier }发出，单号{运单号}，共{total} ", "{shop}: {product} in order {Order}")
                .checked(Occasion.SHIPPED);
        assertThat(template.filled(new Story(SENT, "龙井小铺", Map.of())))
                .contains(new Template("您的明前龙井已由顺丰发出，单号SF1，共¥19.90", "龙井小铺: 明前龙井 in order 77"));
    }

    @Test
    void severalThingsAreNamedByTheFirst() {
        var template = new Template("{商品}", "{product}");
        assertThat(template.filled(new Story(order(new OrderRow.Parcel("顺丰", "SF1"), 3), "店", Map.of())))
                .contains(new Template("明前龙井等 3 件", "明前龙井 and 2 more"));
    }

    @Test
    void anUnknownPlaceholderIsNamedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> new Template("好", "to {name}").checked(Occasion.PAID))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("{name} says nothing here; there are {")
                .hasMessageContaining("{商品}, {product}");
        assertThatThrownBy(() -> new Template("单号{运单号}", "sent").checked(Occasion.PAID))
                .hasMessageStartingWith("{运单号} says nothing here");
        assertThatThrownBy(() -> new Template("{", "sent").checked(Occasion.PAID))
                .hasMessageStartingWith("chinese: has a brace");
        assertThatThrownBy(() -> new Template("好", " ").checked(Occasion.PAID))
                .hasMessageStartingWith("english: must have");
    }

    @Test
    void whatCannotBeFilledIsNotSaid() {
        var template = new Template("单号{运单号}", "Number {number}");
        assertThat(template.filled(new Story(order(null, 1), "店", Map.of()))).isEmpty();
        var back = new Template("退款{退款金额}", "{amount} comes back");
        assertThat(back.filled(new Story(SENT, "店", Map.of()))).isEmpty();
        assertThat(back.filled(new Story(SENT, "店", Map.of("minor", "1250", "currency", "USD"))))
                .contains(new Template("退款US$12.50", "$12.50 comes back"));
    }

    @Test
    void shopsSayWhatBecomesOfReturnsByTheirState() {
        assertThat(Occasion.of(NoticeKind.RETURN_MOVED, Map.of("state", "refused")))
                .contains(Occasion.RETURN_REFUSED);
        assertThat(Occasion.of(NoticeKind.RETURN_MOVED, Map.of("state", "denied")))
                .isEmpty();
        assertThat(Occasion.of(NoticeKind.SALE_PAID, Map.of())).isEmpty();
    }
}
