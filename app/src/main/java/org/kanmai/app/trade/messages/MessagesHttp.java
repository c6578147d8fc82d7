package org.kanmai.app.trade.messages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.trade.messages.MessageStore.Message;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one's shop tells its buyers. */
@RestController
@RequestMapping("/api/me/shop/messages")
class MessagesHttp {
    private final Messages messages;
    private final Shops shops;

    MessagesHttp(Messages messages, Shops shops) {
        this.messages = messages;
        this.shops = shops;
    }

    /** All occasions, in the order in which they come about. */
    record All(List<Line> items) {}

    /** An occasion with what can be filled in; {@code own} is absent where the product's own words stand. */
    record Line(
            Occasion occasion,
            List<Named> placeholders,
            @Nullable Template own,
            @Nullable Instant changedAt) {}

    /** The names of a placeholder, without braces. */
    record Named(String chinese, String english) {}

    /** A template as a buyer reads it, of a real order; all absent when there is no order yet that could fill it. */
    record Shown(
            @Nullable OrderId order,
            @Nullable String chinese,
            @Nullable String english) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping
    All list(Viewer viewer) {
        var own = messages.of(shop(viewer).id()).stream()
                .collect(Collectors.toMap(Message::occasion, Function.identity()));
        return new All(Arrays.stream(Occasion.values())
                .map(occasion -> line(occasion, own))
                .toList());
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/{occasion}")
    Line put(@PathVariable Occasion occasion, @RequestBody Template wish, Viewer viewer) {
        return line(occasion, Map.of(occasion, messages.put(shop(viewer).id(), occasion, wish)));
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/{occasion}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable Occasion occasion, Viewer viewer) {
        messages.remove(shop(viewer).id(), occasion);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/{occasion}/preview")
    Shown preview(@PathVariable Occasion occasion, @RequestBody Template wish, Viewer viewer) {
        return messages.preview(shop(viewer), occasion, wish)
                .map(each -> new Shown(
                        each.order().id(),
                        each.filled().chinese(),
                        each.filled().english()))
                .orElseGet(() -> new Shown(null, null, null));
    }

    private static Line line(Occasion occasion, Map<Occasion, Message> own) {
        var message = own.get(occasion);
        var placeholders = occasion.placeholders().stream()
                .map(each -> new Named(each.chinese(), each.english()))
                .toList();
        return new Line(
                occasion,
                placeholders,
                message == null ? null : message.template(),
                message == null ? null : message.changedAt());
    }

    private Shop shop(Viewer viewer) {
        return shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
    }
}
