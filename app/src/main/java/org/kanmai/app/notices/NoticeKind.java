package org.kanmai.app.notices;

import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.facts.Code;

/** What a notice says; each client words it in its own language. */
public enum NoticeKind implements Code {
    ORDER_PLACED(NoticePurpose.ORDERS),
    ORDER_PAID(NoticePurpose.ORDERS),
    ORDER_SHIPPED(NoticePurpose.ORDERS),
    ORDER_RECEIVED(NoticePurpose.ORDERS),
    ORDER_REFUNDED(NoticePurpose.ORDERS),
    ORDER_CLOSED(NoticePurpose.ORDERS),
    /** Somebody paid for what the shop sells: it is to be sent. */
    SALE_PAID(NoticePurpose.SHOP),
    /** A buyer took back an order that was paid and not yet sent. */
    SALE_CANCELLED(NoticePurpose.SHOP),
    /** An order's money is asked back. */
    SALE_REFUNDED(NoticePurpose.SHOP),
    /** A paid order is to be handed over soon. */
    SALE_DUE(NoticePurpose.SHOP),
    /** A parcel is held up, damaged or lost. */
    PARCEL_TROUBLE(NoticePurpose.ORDERS),
    /** The same, to its shop. */
    SALE_TROUBLE(NoticePurpose.SHOP),
    /** A shop gives money beyond a refund. */
    ORDER_COMPENSATED(NoticePurpose.ORDERS),
    /** The same, to the shop. */
    SALE_COMPENSATED(NoticePurpose.SHOP),
    APPROVED(NoticePurpose.REVIEWS),
    REJECTED(NoticePurpose.REVIEWS),
    /** Shown until now, and not any more. */
    TAKEN_DOWN(NoticePurpose.REVIEWS),
    CHANGE_APPROVED(NoticePurpose.REVIEWS),
    CHANGE_REJECTED(NoticePurpose.REVIEWS),
    /** Hidden by reports until an operator has decided. */
    HIDDEN(NoticePurpose.REVIEWS),
    COMMENTED(NoticePurpose.CONVERSATION),
    REPLIED(NoticePurpose.CONVERSATION),
    MENTIONED(NoticePurpose.CONVERSATION),
    LIKED(NoticePurpose.CONVERSATION),
    /** Stands for all that was too much for one hour. */
    MORE(NoticePurpose.CONVERSATION),
    FOLLOWED(NoticePurpose.FOLLOWING),
    /** Grave reports hid something: an operator is to decide soon. */
    ALARM(NoticePurpose.PLATFORM),
    /** A figure of the site is beyond its bar. */
    FIGURE_ALARM(NoticePurpose.PLATFORM),
    /** A figure of the shop is beyond its bar. */
    SHOP_FIGURE_ALARM(NoticePurpose.SHOP),
    OFFER(NoticePurpose.OFFERS),
    /** What a product earns those who sell it is going to change. */
    COMMISSION_CHANGED(NoticePurpose.SHOP),
    /** An agency offers a contract. */
    CONTRACT_OFFERED(NoticePurpose.SHOP),
    /** A buyer wants to give something back: the shop is to answer. */
    RETURN_ASKED(NoticePurpose.SHOP),
    /** A buyer's wish to give something back went on. */
    RETURN_MOVED(NoticePurpose.ORDERS),
    /** What a shop agreed to or refused went on. */
    RETURN_NEWS(NoticePurpose.SHOP),
    /** A buyer reviewed what the shop sells. */
    PRODUCT_REVIEWED(NoticePurpose.SHOP),
    /** The shop replied to a buyer's review. */
    REVIEW_ANSWERED(NoticePurpose.ORDERS),
    /** What the shop's record is worth changed. */
    CREDIT_CHANGED(NoticePurpose.SHOP),
    /** A buyer complains: the shop is to answer within a day. */
    COMPLAINT_RAISED(NoticePurpose.SHOP),
    /** A buyer's complaint went on. */
    COMPLAINT_MOVED(NoticePurpose.ORDERS),
    /** A complaint about the shop went on. */
    COMPLAINT_NEWS(NoticePurpose.SHOP),
    /** A shop did not answer a complaint, or not well enough: an operator is to decide. */
    COMPLAINT_ESCALATED(NoticePurpose.PLATFORM),
    /** An operator warned the host of a room, muted its goods or cut it. */
    ROOM_MEASURE(NoticePurpose.REVIEWS),
    /** Another operator answered a host's appeal. */
    ROOM_APPEAL_ANSWERED(NoticePurpose.REVIEWS),
    /** Somebody came to a group that one is in, and has paid. */
    GROUP_JOINED(NoticePurpose.CONVERSATION),
    /** A group is complete: the shop can send. */
    GROUP_COMPLETE(NoticePurpose.ORDERS),
    /** A group stayed too small: what was paid goes back. */
    GROUP_FAILED(NoticePurpose.ORDERS),
    /** An application to sell here was accepted. */
    ENTRY_ACCEPTED(NoticePurpose.REVIEWS),
    /** An application to sell here was refused, with a reason. */
    ENTRY_REFUSED(NoticePurpose.REVIEWS),
    /** A creator accepted an agency's contract. */
    CONTRACT_ACCEPTED(NoticePurpose.SHOP),
    /** A creator declined an agency's contract. */
    CONTRACT_DECLINED(NoticePurpose.SHOP),
    /** The other side ended a contract. */
    CONTRACT_ENDED(NoticePurpose.SHOP),
    /** A sample that a creator asked for went on. */
    SAMPLE_MOVED(NoticePurpose.SHOP),
    /** A creator asks for a sample, or shows one. */
    SAMPLE_NEWS(NoticePurpose.SHOP),
    /** Somebody whom one follows, or of whom one wanted to be reminded, is live. */
    ROOM_LIVE(NoticePurpose.LIVE),
    /** A room of which one wanted to be reminded begins soon. */
    ROOM_SOON(NoticePurpose.LIVE),
    /** Somebody named one in a room. */
    ROOM_MENTIONED(NoticePurpose.LIVE),
    /** A host asks for a price of a room that sells the shop's goods. */
    ROOM_PRICE_ASKED(NoticePurpose.SHOP),
    /** A shop agreed to a price that a host asked for or declined it, or nobody answered in time. */
    ROOM_PRICE_ANSWERED(NoticePurpose.SHOP);

    private final NoticePurpose purpose;

    NoticeKind(NoticePurpose purpose) {
        this.purpose = purpose;
    }

    NoticePurpose purpose() {
        return purpose;
    }
}
