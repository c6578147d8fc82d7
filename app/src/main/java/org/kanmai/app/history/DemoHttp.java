package org.kanmai.app.history;

import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An operator's button in a demo world, and in no other: all of it goes, and an empty one begins. */
@RestController
class DemoHttp {
    private static final Logger log = LoggerFactory.getLogger(DemoHttp.class);
    private static final String WORD = "reset";

    private final WebSettings settings;
    private final ObjectProvider<StartingOver> over;

    DemoHttp(WebSettings settings, ObjectProvider<StartingOver> over) {
        this.settings = settings;
        this.over = over;
    }

    /** The word that says that somebody means it. */
    record Confirmation(String confirm) {}

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/demo/reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void reset(@RequestBody Confirmation body) {
        if (settings.world() != WebSettings.World.DEMO) {
            throw Refusal.conflict("real-world", "This is a real world", "Only a demo world can begin anew.");
        }
        if (!WORD.equals(body.confirm)) {
            throw Refusal.invalid("confirm", "must be " + WORD);
        }
        var able = over.getIfAvailable();
        if (able == null) {
            throw Refusal.conflict(
                    "engines-elsewhere",
                    "Its engines are elsewhere",
                    "This process does not own all that the world is kept in, so it can't empty it.");
        }
        log.warn("demo.reset");
        able.ask();
    }
}
