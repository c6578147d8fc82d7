package org.kanmai.app.trade.parcels;

import org.kanmai.app.trade.parcels.WaybillStore.Waybill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells carriers of parcels that will come: after the order is sent, so that no carrier holds up a shop, and again until it is heard. */
@Component
class ParcelClock {
    private static final Logger log = LoggerFactory.getLogger(ParcelClock.class);
    private static final int BATCH = 200;

    private final WaybillStore store;
    private final Carriers carriers;

    ParcelClock(WaybillStore store, Carriers carriers) {
        this.store = store;
        this.carriers = carriers;
    }

    @Scheduled(fixedDelay = 2_000)
    void announce() {
        for (var carrier : carriers.all()) {
            store.unannounced(carrier.code(), BATCH).forEach(waybill -> announce(carrier, waybill));
        }
    }

    private void announce(Carrier carrier, Waybill waybill) {
        try {
            carrier.expect(waybill.number());
            store.announced(waybill);
        } catch (RuntimeException away) {
            log.warn("carrier {} could not be told of a parcel", waybill.carrier(), away);
        }
    }
}
