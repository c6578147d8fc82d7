package org.kanmai.app.catalog.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kanmai.app.catalog.Assortment;
import org.kanmai.app.catalog.OwnProduct;
import org.kanmai.app.catalog.OwnProducts;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.Variant;
import org.kanmai.app.catalog.categories.Placements;
import org.kanmai.app.catalog.sheets.SheetStore.Outcome;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out the lines of one product, all or none, once. */
@Component
class Applying {
    private final Assortment assortment;
    private final OwnProducts own;
    private final Looking looking;
    private final Placements placements;
    private final SheetStore store;

    Applying(Assortment assortment, OwnProducts own, Looking looking, Placements placements, SheetStore store) {
        this.assortment = assortment;
        this.own = own;
        this.looking = looking;
        this.placements = placements;
        this.store = store;
    }

    /** Makes or changes a product as its lines say; nothing when that happened before. */
    @Transactional
    public void apply(long sheet, PersonId merchant, List<SheetLine> lines, Aisles aisles) {
        var product = lines.getFirst().product();
        if (store.claim(sheet, product) != lines.size()) {
            return;
        }
        var reading = new Reading(lines);
        if (Looking.names(lines)) {
            var id = Looking.named(lines);
            change(merchant, id, reading, lines);
            place(merchant, id, looking.placing(lines, aisles));
            store.done(sheet, product, Outcome.CHANGED, id);
        } else {
            var id = assortment.draft(merchant, reading.words(), reading.variants());
            place(merchant, id, looking.placing(lines, aisles));
            store.done(sheet, product, Outcome.MADE, id);
        }
    }

    private void place(PersonId merchant, ProductId id, Placing placing) {
        var category = placing.category();
        if (category != null && placing.changes()) {
            assortment.opened(merchant, id);
            placements.put(id, category, placing.said());
        }
    }

    private void change(PersonId merchant, ProductId id, Reading reading, List<SheetLine> lines) {
        var now = own.find(merchant, id).orElseThrow(() -> Refusal.notFound("product"));
        if (now.state().open()) {
            assortment.change(merchant, id, reading.words(), keeping(Looking.skus(now), reading.variants(), lines));
        } else {
            repriced(merchant, now, reading.variants(), lines);
        }
    }

    private static List<Variant> keeping(
            Map<List<String>, Product.Sku> skus, List<Variant> variants, List<SheetLine> lines) {
        var kept = new ArrayList<Variant>();
        for (int at = 0; at < lines.size(); at++) {
            var wanted = variants.get(at);
            var now = skus.get(wanted.options());
            kept.add(
                    Reading.leavesStock(lines.get(at)) && now != null
                            ? new Variant(wanted.options(), wanted.code(), wanted.price(), now.free())
                            : wanted);
        }
        return kept;
    }

    private void repriced(PersonId merchant, OwnProduct now, List<Variant> variants, List<SheetLine> lines) {
        var skus = Looking.skus(now);
        for (int at = 0; at < lines.size(); at++) {
            var wanted = variants.get(at);
            var sku = skus.get(wanted.options());
            if (sku == null) {
                throw Refusal.notFound("variant");
            }
            if (!wanted.price().equals(sku.price())) {
                assortment.price(merchant, sku.id(), wanted.price());
            }
            if (!Reading.leavesStock(lines.get(at)) && wanted.stock() != sku.free()) {
                assortment.restock(merchant, sku.id(), wanted.stock() - sku.free());
            }
        }
    }
}
