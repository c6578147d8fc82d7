package org.kanmai.app.trade.shipping;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.OrderDesk;
import org.kanmai.app.trade.shipping.UnsentStore.Unsent;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.files.Csv;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of one's own shop waits to be sent, and sending it by a file. */
@RestController
class ShippingHttp {
    private final UnsentStore store;
    private final Shipments shipments;
    private final OrderDesk desk;

    ShippingHttp(UnsentStore store, Shipments shipments, OrderDesk desk) {
        this.store = store;
        this.shipments = shipments;
        this.desk = desk;
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/unsent")
    Slice<Unsent> list(@RequestParam(required = false) @Nullable String warehouse, Paging paging, Viewer viewer) {
        return Slice.of(
                store.of(desk.shop(viewer).id(), number(warehouse), paging),
                paging,
                order -> order.id().value());
    }

    /** The file to fill in: as many orders as one file may have, the newest first. */
    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/unsent/file")
    ResponseEntity<byte[]> template(@RequestParam(required = false) @Nullable String warehouse, Viewer viewer) {
        var rows = new ArrayList<List<?>>();
        rows.add(List.of("order", "carrier", "number", "title", "units", "paid at", "hand over by"));
        store.of(desk.shop(viewer).id(), number(warehouse), Long.MAX_VALUE, ShipmentFile.MOST_LINES)
                .forEach(order -> rows.add(row(order)));
        return Csv.file("shipments.csv", rows);
    }

    private static @Nullable Long number(@Nullable String warehouse) {
        if (warehouse != null && !warehouse.matches("[0-9]{1,18}")) {
            throw Refusal.invalid("warehouse", "must be one of your warehouses");
        }
        return warehouse == null ? null : Long.valueOf(warehouse);
    }

    private static List<?> row(Unsent order) {
        return List.of("#" + order.id(), "", "", order.title(), order.units(), order.paidAt(), text(order.by()));
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/shipments")
    Shipments.Report send(Viewer viewer, HttpServletRequest request) throws IOException {
        var shop = desk.shop(viewer).id();
        var sent = request.getInputStream().readNBytes(ShipmentFile.LARGEST + 1);
        return shipments.send(shop, ShipmentFile.read(sent));
    }
}
