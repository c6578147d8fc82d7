package org.kanmai.app.trade.parcels;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.trade.parcels.WaybillStore.Waybill;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows parcels of returns by the carriers that report: what buyers send back, and what shops send in exchange. */
@Component
public class ParcelsBack {
    private final BackStore store;
    private final Carriers carriers;
    private final Clock clock;

    ParcelsBack(BackStore store, Carriers carriers, Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** A parcel on its way between a buyer and a shop: whom its sender says brings it, under which number. */
    public record Back(String carrier, String number, ShopId shop, PersonId buyer) {}

    /** Takes note of a parcel when its carrier reports, and returns the carrier's own name; refuses with 409 a number that brings something else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> follow(Back back) {
        var carrier = carriers.named(back.carrier());
        carrier.ifPresent(each -> {
            if (!store.claim(new Waybill(each.code(), back.number()), back, clock.instant())) {
                throw Parcels.taken();
            }
        });
        return carrier.map(Carrier::name);
    }

    /** Returns what is known of parcels. */
    public Map<Back, Tracking> of(Collection<Back> parcels) {
        var followed = new HashMap<Waybill, Back>();
        parcels.forEach(back -> carriers.named(back.carrier())
                .ifPresent(carrier -> followed.put(new Waybill(carrier.code(), back.number()), back)));
        var events = followed.isEmpty() ? Map.<Waybill, List<Tracking.Event>>of() : store.events(followed);
        var known = new HashMap<Back, Tracking>();
        parcels.forEach(back -> known.put(back, Tracking.silent(back.carrier(), back.number())));
        events.forEach((waybill, told) -> {
            var back = followed.get(waybill);
            if (back != null) {
                known.put(back, Tracking.of(back.carrier(), back.number(), told));
            }
        });
        return known;
    }
}
