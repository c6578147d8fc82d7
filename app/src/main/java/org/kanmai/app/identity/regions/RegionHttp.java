package org.kanmai.app.identity.regions;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one lives, as one says. */
@RestController
@RequestMapping("/api/me/region")
class RegionHttp {
    private final Regions regions;

    RegionHttp(Regions regions) {
        this.regions = regions;
    }

    /** A region, absent when nothing was said. */
    record Lived(@Nullable Region region) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping
    Lived get(Viewer viewer) {
        return new Lived(regions.of(viewer.self()).orElse(null));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping
    Lived put(@RequestBody Lived lived, Viewer viewer) {
        if (lived.region() == null) {
            throw Refusal.invalid("region", "must be a province by ISO 3166-2, such as cn-zj, or elsewhere");
        }
        regions.keep(viewer.self(), lived.region());
        return lived;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer) {
        regions.forget(viewer.self());
    }
}
