package org.kanmai.app.affiliate.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.affiliate.statements.Statements.Asked;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Movement;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.ShopId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own statement, one's shop's, and the platform's, by months. */
@RestController
class StatementsHttp {
    private final Statements statements;
    private final StatementPaper paper;
    private final People people;
    private final Shops shops;

    StatementsHttp(Statements statements, StatementPaper paper, People people, Shops shops) {
        this.statements = statements;
        this.paper = paper;
        this.people = people;
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

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/statement.pdf")
    ResponseEntity<byte[]> ownPaper(
            @ParameterObject Asked asked, @RequestParam(defaultValue = "zh") String language, Viewer viewer) {
        var name = people.find(List.of(viewer.self())).values().stream()
                .map(Person::name)
                .findFirst()
                .orElse("");
        return paper("statement", statements.person(viewer.self(), asked), name, words(language));
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

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/statement.pdf")
    ResponseEntity<byte[]> shopPaper(
            @ParameterObject Asked asked, @RequestParam(defaultValue = "zh") String language, Viewer viewer) {
        var shop = shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
        return paper("shop-statement", statements.shop(shop.id(), asked), shop.name(), words(language));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/settlement/statement.pdf")
    ResponseEntity<byte[]> platformPaper(
            @ParameterObject Asked asked, @RequestParam(defaultValue = "zh") String language) {
        var words = words(language);
        return paper("platform-statement", statements.platform(asked), words.say("whose.platform"), words);
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/settlement/statement")
    Statement platform(@ParameterObject Asked asked) {
        return statements.platform(asked);
    }

    private ShopId mine(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    private static StatementWords words(String language) {
        return new StatementWords(
                switch (language) {
                    case "zh" -> Locale.CHINA;
                    case "en" -> Locale.US;
                    default -> throw Refusal.invalid("language", "must be zh or en");
                });
    }

    private ResponseEntity<byte[]> paper(String name, Statement statement, String whose, StatementWords words) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "-" + statement.month() + ".pdf")
                                .build()
                                .toString())
                .body(paper.print(statement, whose, words));
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
