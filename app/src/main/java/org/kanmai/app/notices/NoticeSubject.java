package org.kanmai.app.notices;

import org.kanmai.facts.Code;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;

/** What a notice opens: a kind and an id. */
public record NoticeSubject(Kind kind, long id) {

    /** What can be opened. */
    public enum Kind implements Code {
        WORK,
        PRODUCT,
        COMMENT,
        /** What a buyer says of a product, or what is said below it. */
        PRODUCT_REVIEW,
        PERSON,
        /** An order in its buyer's eyes. */
        ORDER,
        /** The same in its shop's. */
        SALE,
        /** The operators' queue. */
        QUEUE,
        /** The operators' board. */
        BOARD,
        /** The board of one's shop. */
        SHOP_BOARD,
        /** Nothing but the inbox itself. */
        INBOX,
        /** A live room in its host's eyes. */
        ROOM,
        /** People who buy one thing together. */
        GROUP,
        /** One's application to sell here. */
        ENTRY,
        /** A live room in its viewers' eyes. */
        LIVE
    }

    /** Returns the work. */
    public static NoticeSubject work(WorkId work) {
        return new NoticeSubject(Kind.WORK, work.value());
    }

    /** Returns the comment. */
    public static NoticeSubject comment(CommentId comment) {
        return new NoticeSubject(Kind.COMMENT, comment.value());
    }

    /** Returns the live room as its viewers see it. */
    public static NoticeSubject live(RoomId room) {
        return new NoticeSubject(Kind.LIVE, room.value());
    }

    /** Returns the person. */
    public static NoticeSubject person(PersonId person) {
        return new NoticeSubject(Kind.PERSON, person.value());
    }

    /** Returns the order as its buyer sees it. */
    public static NoticeSubject order(OrderId order) {
        return new NoticeSubject(Kind.ORDER, order.value());
    }

    /** Returns the order as its shop sees it. */
    public static NoticeSubject sale(OrderId order) {
        return new NoticeSubject(Kind.SALE, order.value());
    }

    /** Returns the group. */
    public static NoticeSubject group(GroupId group) {
        return new NoticeSubject(Kind.GROUP, group.value());
    }

    /** Returns what was reviewed. */
    public static NoticeSubject reviewed(Subject subject) {
        return new NoticeSubject(Code.parse(Kind.class, subject.kind().code()), subject.id());
    }
}
