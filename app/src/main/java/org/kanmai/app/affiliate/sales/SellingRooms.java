package org.kanmai.app.affiliate.sales;

import java.util.Collection;
import java.util.Map;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/** Tells whose live rooms are; {@code live} implements it. */
public interface SellingRooms {

    /** A room as its sales name it. */
    record Hosted(PersonId host, String title) {}

    /** Returns some rooms; those that there never were are left out. */
    Map<RoomId, Hosted> hosted(Collection<RoomId> rooms);
}
