package org.kanmai.app.trade.money;

import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one's own shop stands. */
@RestController
class ShopMoneyHttp {
    private final ShopMoney money;
    private final Shops shops;

    ShopMoneyHttp(ShopMoney money, Shops shops) {
        this.money = money;
        this.shops = shops;
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/money")
    ShopMoney.Standing money(Viewer viewer) {
        var shop = shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
        return money.of(shop.id());
    }
}
