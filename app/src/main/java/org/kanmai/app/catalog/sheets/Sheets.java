package org.kanmai.app.catalog.sheets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import org.kanmai.app.catalog.categories.Categories;
import org.kanmai.app.catalog.sheets.Fault.Kind;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of products, looks through them, and carries them out. */
@Component
class Sheets {
    private static final int MOST = 20;

    private final SheetStore store;
    private final Looking looking;
    private final Applying applying;
    private final Categories categories;
    private final TransactionTemplate whole;
    private final Ids ids;
    private final Clock clock;

    Sheets(
            SheetStore store,
            Looking looking,
            Applying applying,
            Categories categories,
            TransactionTemplate whole,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.looking = looking;
        this.applying = applying;
        this.categories = categories;
        this.whole = whole;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a file and looks through it, which changes no product; one that was carried out stays as it is. Returns its id. */
    long take(ShopId shop, PersonId merchant, String name, byte[] content) {
        var products = SheetFile.read(content);
        if (products.isEmpty()) {
            throw Refusal.invalid("file", "has no lines");
        }
        return whole.<Long>execute(status -> {
            long sheet = kept(shop, name, content);
            if (store.lock(sheet) == Sheet.State.CHECKED) {
                store.clear(sheet);
                var aisles = new Aisles(categories.all());
                products.values().forEach(lines -> store.look(sheet, lines, looking.faults(merchant, lines, aisles)));
            }
            return sheet;
        });
    }

    private long kept(ShopId shop, String name, byte[] content) {
        var digest = sha256(content);
        var before = store.sent(shop, digest);
        if (before.isPresent()) {
            return before.get();
        }
        if (store.count(shop) >= MOST) {
            throw Refusal.conflict(
                    "too-many-sheets", "Too many files", "Take away one of the files that you sent before.");
        }
        store.add(ids.next(), shop, name, digest, content, clock.instant());
        return store.sent(shop, digest).orElseThrow();
    }

    /** Carries out the lines that can be; those that were before are passed over. */
    void apply(long sheet, PersonId merchant) {
        var content = store.content(sheet);
        if (content.isEmpty()) {
            return;
        }
        store.begin(sheet);
        var aisles = new Aisles(categories.all());
        SheetFile.read(content.get()).values().forEach(lines -> apply(sheet, merchant, lines, aisles));
        store.end(sheet);
    }

    private void apply(long sheet, PersonId merchant, List<SheetLine> lines, Aisles aisles) {
        try {
            applying.apply(sheet, merchant, lines, aisles);
        } catch (Refusal changed) {
            var fault = Reading.fault(changed);
            store.refuse(
                    sheet, lines.getFirst().product(), new Fault(fault.field(), Kind.CHANGED, fault.detail(), null));
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }
}
