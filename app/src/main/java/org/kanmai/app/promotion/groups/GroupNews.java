package org.kanmai.app.promotion.groups;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Tells those in a group who has come and what became of it, each once; those who came are one line of the inbox. */
@Component
class GroupNews {
    private final Notices notices;

    GroupNews(Notices notices) {
        this.notices = notices;
    }

    /** Tells those who were there before of those whose orders have just been paid. */
    void joined(Group group, Collection<OrderId> paid) {
        var came = persons(group.paid().stream().filter(seat -> paid.contains(seat.order())));
        var before = persons(group.paid().stream().filter(seat -> !paid.contains(seat.order())));
        tell(came.stream()
                .flatMap(who -> before.stream()
                        .map(person -> telling(group, person, NoticeKind.GROUP_JOINED, who.toString())
                                .by(who)
                                .into("group:" + group.id()))));
    }

    void complete(Group group) {
        tell(persons(group.paid().stream()).stream()
                .map(person -> telling(group, person, NoticeKind.GROUP_COMPLETE, "complete")));
    }

    /** Who has not paid by then had no part in it. */
    void failed(Group group) {
        tell(persons(group.paid().stream()).stream()
                .map(person -> telling(group, person, NoticeKind.GROUP_FAILED, "failed")));
    }

    private void tell(Stream<Telling> tellings) {
        notices.tell(tellings.toList());
    }

    private static List<PersonId> persons(Stream<Group.Seat> seats) {
        return seats.map(Group.Seat::person).filter(Objects::nonNull).toList();
    }

    private static Telling telling(Group group, PersonId person, NoticeKind kind, String step) {
        return Telling.of(person, kind, NoticeSubject.group(group.id()), "group:" + group.id() + ":" + step);
    }
}
