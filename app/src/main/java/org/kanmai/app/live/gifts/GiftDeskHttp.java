package org.kanmai.app.live.gifts;

import java.util.List;
import org.kanmai.app.live.gifts.Gift.State;
import org.kanmai.app.live.gifts.GiftDesk.Movement;
import org.kanmai.app.live.gifts.GiftDesk.Shown;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gifts as operators see them, and given back. */
@RestController
class GiftDeskHttp {
    private final GiftDesk desk;
    private final Gifts gifts;

    GiftDeskHttp(GiftDesk desk, Gifts gifts) {
        this.desk = desk;
        this.gifts = gifts;
    }

    /** Why a gift is given back. */
    record Back(String reason) {}

    /** What moved because of a gift, the oldest first. */
    record Movements(List<Movement> items) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/gifts")
    Slice<Shown> list(@RequestParam(defaultValue = "paid") State state, Paging paging) {
        return desk.list(state, paging);
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/gifts/{id}/movements")
    Movements movements(@PathVariable String id) {
        return new Movements(desk.movements(number(id)));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/gifts/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable String id, @RequestBody Back back, Viewer viewer) {
        gifts.giveBack(viewer.self(), number(id), back.reason());
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("gift");
        }
        return Long.parseLong(id);
    }
}
