package org.kanmai.facts;

/** One thing that can be shown: a kind and an id. */
public record Subject(SubjectKind kind, long id) {
    public Subject {
        Ids.check(id);
    }

    /** Returns the subject that is this work. */
    public static Subject work(WorkId work) {
        return new Subject(SubjectKind.WORK, work.value());
    }

    /** Returns the subject that is this product. */
    public static Subject product(ProductId product) {
        return new Subject(SubjectKind.PRODUCT, product.value());
    }

    /** Returns the subject that is this live room. */
    public static Subject room(RoomId room) {
        return new Subject(SubjectKind.ROOM, room.value());
    }

    /** Returns the subject that is this person. */
    public static Subject person(PersonId person) {
        return new Subject(SubjectKind.PERSON, person.value());
    }

    /** Returns the subject that is this comment. */
    public static Subject comment(CommentId comment) {
        return new Subject(SubjectKind.COMMENT, comment.value());
    }

    /** Returns the subject that is this packaged video. */
    public static Subject media(MediaId media) {
        return new Subject(SubjectKind.MEDIA, media.value());
    }

    /** Returns the subject that is this review of a product. */
    public static Subject productReview(ProductReviewId review) {
        return new Subject(SubjectKind.PRODUCT_REVIEW, review.value());
    }
}
