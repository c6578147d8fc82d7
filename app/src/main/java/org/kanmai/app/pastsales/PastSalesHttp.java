package org.kanmai.app.pastsales;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.pastsales.Report.RefusedLine;
import org.kanmai.app.pastsales.Report.Unmatched;
import org.kanmai.app.pastsales.SalesImport.Terms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a merchant's shop has sold elsewhere: files that are brought along, and what they come to. */
@RestController
@RequestMapping("/api/me/shop/past-sales")
class PastSalesHttp {
    private static final int LONGEST_NAME = 200;

    private final PastSales sales;
    private final ImportStore imports;
    private final ReportStore reports;
    private final SecretStore secrets;
    private final Shops shops;

    PastSalesHttp(PastSales sales, ImportStore imports, ReportStore reports, SecretStore secrets, Shops shops) {
        this.sales = sales;
        this.imports = imports;
        this.reports = reports;
        this.secrets = secrets;
        this.shops = shops;
    }

    /** The files of a shop, the newest first. */
    record Files(List<Report> items) {}

    /** Reads the body, CSV in UTF-8, to its end; sent again after it broke off, it goes on where it was. */
    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/{key}")
    Report take(
            @PathVariable String key,
            @RequestParam String name,
            @RequestParam String currency,
            @RequestParam String zone,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        var shop = shop(viewer);
        if (!key.matches("[a-z0-9-]{1,64}")) {
            throw Refusal.invalid("key", "must be 1-64 small letters, digits and hyphens");
        }
        sales.take(shop, key, terms(name, currency, zone), request.getInputStream());
        return report(viewer, key);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping
    Files list(Viewer viewer) {
        return new Files(imports.of(shop(viewer)).stream().map(reports::of).toList());
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/{key}")
    Report report(Viewer viewer, @PathVariable String key) {
        return reports.of(file(viewer, key));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/{key}/refused")
    Slice<RefusedLine> refused(Viewer viewer, @PathVariable String key, Paging paging) {
        return Slice.of(reports.refused(file(viewer, key).id(), paging), paging, RefusedLine::row);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/{key}/unmatched")
    Slice<Unmatched> unmatched(Viewer viewer, @PathVariable String key, Paging paging) {
        return Slice.of(reports.unmatched(file(viewer, key).id(), paging), paging, Unmatched::row);
    }

    /** Forgets which sales were to the same customer, for good; sums stay. */
    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/customers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetCustomers(Viewer viewer) {
        secrets.forget(shop(viewer));
    }

    private SalesImport file(Viewer viewer, String key) {
        return imports.find(shop(viewer), key).orElseThrow(() -> Refusal.notFound("file"));
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    private static Terms terms(String name, String currency, String zone) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("name", "must have 1-" + LONGEST_NAME + " characters");
        }
        return new Terms(name.strip(), currency(currency), zone(zone));
    }

    private static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() < 0) {
                throw Refusal.invalid("currency", "must be one that is paid with");
            }
            return currency;
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("currency", "must be a code of ISO 4217, such as CNY");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("zone", "must be a time zone, such as Asia/Shanghai");
        }
    }
}
