package org.kanmai.app.identity.settlers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.identity.keys.MasterKey;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.identity.regions.RegionsKnown;
import org.kanmai.app.identity.sessions.RandomPseudonym;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people settle in a demo world: without a password, so that nobody is ever one of them, with a pseudonym and the consent to the use
 * of behaviour since they joined.
 */
@Component
public class Settlers {
    private final SettlerStore store;
    private final MasterKey master;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    Settlers(SettlerStore store, MasterKey master, ApplicationEventPublisher events, Ids ids) {
        this.store = store;
        this.master = master;
        this.events = events;
        this.ids = ids;
    }

    /**
     * Somebody who is to settle.
     *
     * @param region where they live, which they then let be used; absent when they don't say
     */
    public record Newcomer(
            String handle,
            String name,
            Instant joinedAt,
            @Nullable Region region) {}

    /** Somebody who began to follow the creator of what was shown. */
    public record Follow(long id, Deed deed) {}

    /** Lets people settle, all or none; who has settled before stays as they are. Refuses with 409 a handle of somebody else. */
    @Transactional
    public List<Settler> settle(List<Newcomer> newcomers) {
        var lived = store.add(newcomers.stream().map(this::row).toList());
        if (!lived.isEmpty()) {
            events.publishEvent(new RegionsKnown(lived));
        }
        var settled = store.byHandle(newcomers.stream().map(Newcomer::handle).toList()).stream()
                .collect(Collectors.toMap(Settler::handle, Function.identity()));
        return newcomers.stream().map(each -> settled(each, settled)).toList();
    }

    private SettlerStore.Row row(Newcomer newcomer) {
        var pseudonym = RandomPseudonym.next();
        return new SettlerStore.Row(
                ids.next(),
                newcomer,
                pseudonym,
                Binary.of(master.wrapNew(Pseudonyms.keyContext(pseudonym))),
                List.of(ids.next(), ids.next(), ids.next()));
    }

    private static Settler settled(Newcomer newcomer, Map<String, Settler> settled) {
        var settler = settled.get(newcomer.handle());
        if (settler == null) {
            throw Refusal.conflict(
                    "handle-taken",
                    "Handle taken",
                    "Somebody has the handle " + newcomer.handle() + "; choose another.");
        }
        return settler;
    }

    /** Returns those of some people who have settled; everybody else is left out. */
    public Map<PersonId, Settler> find(Collection<PersonId> people) {
        var found = new HashMap<PersonId, Settler>();
        store.byId(people).forEach(each -> found.put(each.person(), each));
        return found;
    }

    /** Ties settlers to creators and tells of those ties that are new, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(List<Follow> follows) {
        Set<Long> tied = follows.isEmpty() ? Set.of() : store.follow(new ArrayList<>(follows));
        follows.stream()
                .filter(each -> tied.contains(each.id()))
                .forEach(each -> events.publishEvent(each.deed()
                        .engaged(each.id(), Subject.person(each.deed().creator()), Engagement.FOLLOWED)));
    }
}
