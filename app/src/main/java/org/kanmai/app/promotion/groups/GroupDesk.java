package org.kanmai.app.promotion.groups;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.promotion.groups.GroupView.Item;
import org.kanmai.app.promotion.groups.GroupView.Member;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;

/** Shows groups: who is in them, by the names that people give themselves, and nothing else of anybody's order. */
@Component
class GroupDesk implements NoticeSubjects {
    private final DealStore deals;
    private final GroupStore store;
    private final Catalog catalog;
    private final People people;
    private final Clock clock;

    GroupDesk(DealStore deals, GroupStore store, Catalog catalog, People people, Clock clock) {
        this.deals = deals;
        this.store = store;
        this.catalog = catalog;
        this.people = people;
        this.clock = clock;
    }

    /** Shows groups in the same order. */
    List<GroupView> show(List<Group> groups, Viewer viewer) {
        var known = deals.find(groups.stream().map(Group::deal).distinct().toList()).stream()
                .collect(Collectors.toMap(Deal::id, Function.identity()));
        var offers = catalog.offers(known.values().stream().map(Deal::sku).toList());
        var persons = people.find(members(groups));
        return groups.stream()
                .map(group -> view(group, deal(known, group.deal()), offers, persons, viewer))
                .toList();
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.GROUP);
    }

    /** What is bought, as it is offered now. */
    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        var groups = store.find(ids.stream().map(GroupId::new).toList());
        var glimpses = new HashMap<Long, Glimpse>();
        show(groups, viewer).forEach(view -> {
            if (view.item() != null) {
                glimpses.put(
                        view.id().value(),
                        Glimpse.of(view.item().title(), view.item().picture()));
            }
        });
        return glimpses;
    }

    private static Deal deal(Map<DealId, Deal> known, DealId id) {
        return Objects.requireNonNull(known.get(id), "a group has its deal");
    }

    private static Collection<PersonId> members(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.paid().stream())
                .map(Group.Seat::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private GroupView view(
            Group group, Deal deal, Map<SkuId, Offer> offers, Map<PersonId, Person> persons, Viewer viewer) {
        boolean joinable = group.openAt(clock.instant());
        return new GroupView(
                group.id(),
                deal,
                item(offers.get(deal.sku())),
                group.state(),
                group.paid().stream().map(seat -> member(seat, persons)).toList(),
                joinable ? group.size() - group.seats().size() : 0,
                price(group, deal),
                group.endsAt(),
                mine(group, viewer));
    }

    private static Money price(Group group, Deal deal) {
        var minor = group.minor();
        return minor == null
                ? deal.price(group.paid().size()).orElse(deal.price())
                : new Money(minor, deal.price().currency());
    }

    private static @Nullable Item item(@Nullable Offer offer) {
        return offer == null
                ? null
                : new Item(offer.product(), offer.title(), offer.options(), offer.picture(), offer.price());
    }

    private static Member member(Group.Seat seat, Map<PersonId, Person> persons) {
        var person = seat.person() == null ? null : persons.get(seat.person());
        return person == null
                ? new Member(null, null, null)
                : new Member(person.handle(), person.name(), person.avatar());
    }

    private static @Nullable OrderId mine(Group group, Viewer viewer) {
        return viewer.person() == null
                ? null
                : group.of(viewer.self()).map(Group.Seat::order).orElse(null);
    }
}
