package org.kanmai.app.aftersales.credit;

import org.kanmai.app.aftersales.credit.Credit.Level;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.traffic.favours.MerchantCredit;
import org.kanmai.distribution.policy.CreditMark;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Says what a merchant is called where exposures are given; the blacklist comes before what a record earns. */
@Component
class CreditMarks implements MerchantCredit {
    private final CreditStore credits;
    private final BlacklistStore blacklist;
    private final Shops shops;

    CreditMarks(CreditStore credits, BlacklistStore blacklist, Shops shops) {
        this.credits = credits;
        this.blacklist = blacklist;
        this.shops = shops;
    }

    @Override
    public CreditMark of(PersonId creator) {
        return shops.of(creator).map(Shop::id).map(this::of).orElse(CreditMark.NONE);
    }

    CreditMark of(ShopId shop) {
        if (blacklist.isInForce(shop)) {
            return CreditMark.BLACKLISTED;
        }
        boolean honest = credits.now(shop)
                .filter(row -> row.credit().level() == Level.HONEST)
                .isPresent();
        return honest ? CreditMark.HONEST_MERCHANT : CreditMark.NONE;
    }
}
