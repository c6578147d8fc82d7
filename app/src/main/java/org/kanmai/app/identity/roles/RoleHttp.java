package org.kanmai.app.identity.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People and their roles, for operators. */
@RestController
class RoleHttp {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int LONGEST_REASON = 200;

    private final Roles roles;
    private final RoleStore store;
    private final People people;

    RoleHttp(Roles roles, RoleStore store, People people) {
        this.roles = roles;
        this.store = store;
        this.people = people;
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/people")
    Slice<Listed> people(
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String q,
            Paging paging) {
        var begin = q.strip().toLowerCase(Locale.ROOT);
        var handle = begin.startsWith("@") ? begin.substring(1) : begin;
        var slice = Slice.of(
                store.people(role == null ? "" : role.code(), handle, paging),
                paging,
                row -> row.person().value());
        var found =
                people.find(slice.items().stream().map(RoleStore.Roled::person).toList());
        var listed = new ArrayList<Listed>();
        for (var row : slice.items()) {
            var person = found.get(row.person());
            if (person != null) {
                listed.add(Listed.of(person, row.roles()));
            }
        }
        return new Slice<>(listed, slice.next());
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/role-requests")
    Slice<RoleRequest> requests(Paging paging) {
        return Slice.of(store.list(paging), paging, request -> Long.parseLong(request.id()));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/role-requests")
    @ResponseStatus(HttpStatus.CREATED)
    RoleRequest ask(@RequestBody Wish wish, Viewer viewer) {
        var person = people.byHandle(wish.handle() == null ? "" : wish.handle())
                .orElseThrow(() -> Refusal.invalid("handle", "is nobody's"));
        return roles.ask(wish.of(person.id()), viewer.self());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/role-requests/{id}/decision")
    RoleRequest decide(@PathVariable String id, @RequestBody Decision decision, Viewer viewer) {
        if (!NUMBER.matcher(id).matches()) {
            throw Refusal.notFound("request");
        }
        if (decision.approve() == null) {
            throw Refusal.invalid("approve", "must be true or false");
        }
        var state = decision.approve() ? RoleRequest.State.APPROVED : RoleRequest.State.REFUSED;
        return roles.decide(Long.parseLong(id), state, viewer.self());
    }

    record Wish(
            @Nullable String handle,
            @Nullable String role,
            @Nullable String change,
            @Nullable String reason) {

        RoleStore.Wish of(PersonId person) {
            var asked = parse("role", Role.class, role == null ? "" : role);
            if (asked == Role.VIEWER) {
                throw Refusal.invalid("role", "is everybody's");
            }
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw Refusal.invalid("reason", "must be 1-200 characters");
            }
            var what = parse("change", RoleRequest.Change.class, change == null ? "grant" : change);
            return new RoleStore.Wish(person, asked, what, reason.strip());
        }

        private static <E extends Enum<E> & Code> E parse(String field, Class<E> type, String code) {
            try {
                return Code.parse(type, code);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid(field, "is none of those known");
            }
        }
    }

    record Decision(@Nullable Boolean approve) {}

    record Listed(
            PersonId id,
            String handle,
            String name,
            String bio,
            @Nullable String avatar,
            List<String> roles) {

        static Listed of(Person person, List<String> roles) {
            return new Listed(person.id(), person.handle(), person.name(), person.bio(), person.avatar(), roles);
        }
    }
}
