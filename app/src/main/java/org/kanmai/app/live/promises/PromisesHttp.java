package org.kanmai.app.live.promises;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What hosts promise, as it is said, and as it held for an order. */
@RestController
class PromisesHttp {
    private final Promises promises;

    PromisesHttp(Promises promises) {
        this.promises = promises;
    }

    /** What is promised of a product. */
    record Said(
            ProductId product,
            String kind,
            int amount,
            @Nullable String words) {}

    /** Promises in the order of their products. */
    record All(List<Promise> items) {}

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/promises")
    @ResponseStatus(HttpStatus.CREATED)
    void say(@PathVariable RoomId id, @RequestBody Said said, Viewer viewer) {
        promises.say(viewer.self(), id, said.product(), said.kind(), said.amount(), said.words());
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/rooms/{id}/promises/{promise}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable RoomId id, @PathVariable String promise, Viewer viewer) {
        if (!promise.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("promise");
        }
        promises.withdraw(viewer.self(), id, Long.parseLong(promise));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/promises")
    All ofRoom(@PathVariable RoomId id) {
        return new All(promises.of(id));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/room-promises")
    All ofProduct(@PathVariable ProductId id) {
        return new All(promises.now(id));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/orders/{id}/room-promises")
    All ofOrder(@PathVariable OrderId id, Viewer viewer) {
        return new All(promises.of(id, viewer));
    }
}
