package org.kanmai.app.trade.parcels;

import java.time.Instant;
import org.kanmai.facts.Code;

/** Somebody who brings parcels and tells of them: a port with one adapter a carrier. */
public interface Carrier {

    /** Returns the name by which addresses and configuration call it. */
    String code();

    /** Returns the name by which shops call it. */
    String name();

    /** Tells it that a parcel of this number will come; safe to repeat, and may fail: it is told again later. */
    void expect(String number);

    /** Reads a notification; refuses with 401 what the carrier did not sign, or signed long ago. */
    Told read(Sent sent);

    /** What can happen to a parcel. */
    enum Kind implements Code {
        PICKED_UP,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        /** It is held up, damaged or lost. */
        EXCEPTION
    }

    /** An event of the parcel of a number; {@code id} is the carrier's own, the same whenever it tells of it again. */
    record Told(String number, String id, Kind kind, String place, Instant at) {}

    /** A request as it came: nothing of it can be trusted before its signature holds. */
    record Sent(String path, String time, String signature, String body) {}
}
