package org.kanmai.app.affiliate.payouts;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one's own money goes, and one's shop's. */
@RestController
class PayeesHttp {
    private final Payees payees;
    private final Shops shops;

    PayeesHttp(Payees payees, Shops shops) {
        this.payees = payees;
        this.shops = shops;
    }

    /** A bank account as it is sent. */
    record Wanted(String holder, String bank, String number) {
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    /** The account that is kept; absent when there is none. */
    record Kept(@Nullable Shown account) {}

    /** As much of it as is shown again. */
    record Shown(String holder, String bank, String ending) {
        static Shown of(BankAccount account) {
            return new Shown(account.holder(), account.bank(), account.ending());
        }
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/payee")
    Kept own(Viewer viewer) {
        return kept(Party.of(viewer.self()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/payee")
    Kept put(@RequestBody Wanted wanted, Viewer viewer) {
        return put(Party.of(viewer.self()), wanted);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/payee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer) {
        payees.remove(Party.of(viewer.self()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/payee")
    Kept shop(Viewer viewer) {
        return kept(shopOf(viewer));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/shop/payee")
    Kept putShop(@RequestBody Wanted wanted, Viewer viewer) {
        return put(shopOf(viewer), wanted);
    }

    private Kept put(Party party, Wanted wanted) {
        payees.put(party, new BankAccount(wanted.holder, wanted.bank, wanted.number));
        return kept(party);
    }

    private Kept kept(Party party) {
        return new Kept(payees.of(party).map(Shown::of).orElse(null));
    }

    private Party shopOf(Viewer viewer) {
        return Party.of(shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop")));
    }
}
