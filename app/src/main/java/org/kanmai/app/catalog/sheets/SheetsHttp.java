package org.kanmai.app.catalog.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.OwnProducts;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.categories.Categories;
import org.kanmai.app.catalog.categories.Placements;
import org.kanmai.app.catalog.sheets.SheetStore.Line;
import org.kanmai.app.catalog.sheets.SheetStore.Outcome;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's products as files: out, in for a look, and carried out. */
@RestController
@RequestMapping("/api/me/shop/sheets")
class SheetsHttp {
    private static final int LONGEST_NAME = 200;
    private static final int PAGE = 100;
    private static final int ALL = 10_000;

    private final Sheets sheets;
    private final SheetStore store;
    private final OwnProducts own;
    private final Placements placements;
    private final Categories categories;
    private final Shops shops;

    SheetsHttp(
            Sheets sheets,
            SheetStore store,
            OwnProducts own,
            Placements placements,
            Categories categories,
            Shops shops) {
        this.sheets = sheets;
        this.store = store;
        this.own = own;
        this.placements = placements;
        this.categories = categories;
        this.shops = shops;
    }

    /** The files of a shop, the newest first. */
    record All(List<Sheet> items) {}

    /** Lines in the order of the file; {@code next} is the line to go on after, absent at the end. */
    record Lines(List<Line> items, @Nullable Integer next) {}

    /** Reads the body, CSV, and says what would become of each line; no product is changed. */
    @Allowed(Allowed.To.MERCHANT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Sheet take(@RequestParam String name, HttpServletRequest request, Viewer viewer) throws IOException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("name", "must have 1-" + LONGEST_NAME + " characters");
        }
        var shop = shop(viewer);
        var content = request.getInputStream().readNBytes(SheetFile.LARGEST + 1);
        if (content.length == 0 || content.length > SheetFile.LARGEST) {
            throw Refusal.invalid("file", "must be at most 4 MB, and not empty");
        }
        return sheet(shop, sheets.take(shop, viewer.self(), name.strip(), content));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping
    All list(Viewer viewer) {
        return new All(store.of(shop(viewer)));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/{id}")
    Sheet one(@PathVariable String id, Viewer viewer) {
        return sheet(shop(viewer), number(id));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/{id}/lines")
    Lines lines(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            Viewer viewer) {
        var lines = store.lines(number(one(id, viewer).id()), outcome, after, PAGE + 1);
        var page = lines.subList(0, Math.min(PAGE, lines.size()));
        return new Lines(page, lines.size() > PAGE ? page.getLast().line() : null);
    }

    /** The report as a file: each line with what became of it. */
    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/{id}/report")
    ResponseEntity<byte[]> report(@PathVariable String id, Viewer viewer) {
        var rows = new ArrayList<List<?>>();
        rows.add(List.of("line", "product", "outcome", "field", "fault", "detail", "place"));
        store.lines(number(one(id, viewer).id()), null, 0, ALL).forEach(line -> rows.add(row(line)));
        return Csv.file("report-" + id + ".csv", rows);
    }

    private static List<?> row(Line line) {
        var fault = line.fault();
        var product = line.made() == null ? line.product() : "P" + line.made();
        return fault == null
                ? List.of(line.line(), product, line.outcome().code(), "", "", "", "")
                : List.of(
                        line.line(),
                        product,
                        line.outcome().code(),
                        fault.field(),
                        fault.kind().code(),
                        fault.detail(),
                        fault.place() == null ? "" : fault.place());
    }

    /** Carries out what can be; when it stops in between, asking again goes on. */
    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/{id}/application")
    Sheet apply(@PathVariable String id, Viewer viewer) {
        var sheet = one(id, viewer);
        sheets.apply(number(sheet.id()), viewer.self());
        return one(id, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id, Viewer viewer) {
        if (!store.forget(shop(viewer), number(one(id, viewer).id()))) {
            throw Refusal.conflict("still-applying", "It is being carried out", "Carry it out to its end first.");
        }
    }

    /** All products as a file, a line for each variant; spreadsheets of old want GB18030. */
    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/products")
    ResponseEntity<byte[]> products(
            @RequestParam(required = false) OwnProduct.@Nullable State state,
            @RequestParam(defaultValue = "utf-8") String charset,
            Locale language,
            Viewer viewer) {
        var products = own.all(viewer.self(), state);
        var placed =
                placements.of(products.stream().map(each -> each.product().id()).toList());
        var rows = Export.rows(products, placed, new Aisles(categories.all()), language);
        return charset(charset).equals(UTF_8) ? Csv.file("products.csv", rows) : gb18030(rows);
    }

    private static ResponseEntity<byte[]> gb18030(List<List<?>> rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", SheetFile.GB18030))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"products.csv\"")
                .body(Csv.of(rows).substring(1).getBytes(SheetFile.GB18030));
    }

    private static Charset charset(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8" -> UTF_8;
            case "gb18030" -> SheetFile.GB18030;
            default -> throw Refusal.invalid("charset", "must be utf-8 or gb18030");
        };
    }

    private Sheet sheet(ShopId shop, long id) {
        return store.find(shop, id).orElseThrow(() -> Refusal.notFound("file"));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("file");
        }
        return Long.parseLong(id);
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }
}
