package org.kanmai.app.affiliate.statements;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.affiliate.statements.Statements.Asked;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Movement;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.ShopId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own statement, one's shop's, and the platform's, by months. */
@RestController
class StatementsHttp {
    private final Statements statements;
    private final Shops shops;

    StatementsHttp(Statements statements, Shops shops) {
        this.statements = statements;
        this.shops = shops;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/statement")
    Statement own(@ParameterObject Asked asked, Viewer viewer) {
        return statements.person(viewer.self(), asked);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/statement.csv")
    ResponseEntity<byte[]> ownFile(@ParameterObject Asked asked, Viewer viewer) {
        return file("statement", statements.movements(viewer.self(), asked));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/statement")
    Statement shop(@ParameterObject Asked asked, Viewer viewer) {
        return statements.shop(mine(viewer), asked);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/statement.csv")
    ResponseEntity<byte[]> shopFile(@ParameterObject Asked asked, Viewer viewer) {
        return file("shop-statement", statements.movements(mine(viewer), asked));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/settlement/statement")
    Statement platform(@ParameterObject Asked asked) {
        return statements.platform(asked);
    }

    private ShopId mine(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    private static ResponseEntity<byte[]> file(String name, List<Movement> moved) {
        var rows = new ArrayList<List<?>>(List.of(List.of("at", "kind", "order", "minor", "currency", "reason")));
        moved.stream().map(StatementsHttp::row).forEach(rows::add);
        return Csv.file(name + ".csv", rows);
    }

    private static List<?> row(Movement each) {
        return List.of(
                each.at(),
                each.kind().code(),
                each.kind() == Entry.Kind.PAYOUT ? "" : Long.toString(each.subject()),
                each.amount().minor(),
                each.amount().currency().getCurrencyCode(),
                each.key());
    }
}
