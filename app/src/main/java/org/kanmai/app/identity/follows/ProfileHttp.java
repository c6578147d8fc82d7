package org.kanmai.app.identity.follows;

import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** People's pages, their followers, following and blocking. */
@RestController
class ProfileHttp {
    private final Profiles profiles;
    private final Follows follows;

    ProfileHttp(Profiles profiles, Follows follows) {
        this.profiles = profiles;
        this.follows = follows;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/people/{handle}")
    Profile profile(@PathVariable String handle, Viewer viewer) {
        return profiles.profile(profiles.seen(handle, viewer), viewer);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/people/{handle}/followers")
    Slice<Person> followers(@PathVariable String handle, Viewer viewer, Paging paging) {
        return profiles.followers(profiles.seen(handle, viewer), viewer, paging);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/people/{handle}/following")
    Slice<Person> following(@PathVariable String handle, Viewer viewer, Paging paging) {
        return profiles.following(profiles.seen(handle, viewer), viewer, paging);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/blocks")
    Slice<Person> blocks(Viewer viewer, Paging paging) {
        return profiles.blocks(viewer.self(), paging);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/people/{handle}/follow")
    Profile follow(@PathVariable String handle, Viewer viewer, Trace trace) {
        var person = profiles.seen(handle, viewer);
        follows.follow(viewer, person.id(), trace);
        return profiles.profile(person, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/people/{handle}/follow")
    Profile unfollow(@PathVariable String handle, Viewer viewer, Trace trace) {
        var person = profiles.seen(handle, viewer);
        follows.unfollow(viewer, person.id(), trace);
        return profiles.profile(person, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/people/{handle}/block")
    Profile block(@PathVariable String handle, Viewer viewer, Trace trace) {
        var person = profiles.seen(handle, viewer);
        follows.block(viewer, person.id(), trace);
        return profiles.profile(person, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/people/{handle}/block")
    Profile unblock(@PathVariable String handle, Viewer viewer, Trace trace) {
        var person = profiles.seen(handle, viewer);
        follows.unblock(viewer, person.id(), trace);
        return profiles.profile(person, viewer);
    }
}
