package org.kanmai.app.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTests {
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new Broken())
            .setControllerAdvice(new Problems())
            .build();

    /** Fails as a database and as a mistake do. */
    @RestController
    static final class Broken {
        @GetMapping("/locked")
        String locked() {
            return fail(new CannotAcquireLockException("deadlock detected"));
        }

        @GetMapping("/mistaken")
        String mistaken() {
            return fail(new IllegalStateException("a secret of the inside"));
        }

        private static String fail(RuntimeException failure) {
            return Optional.<String>empty().orElseThrow(() -> failure);
        }
    }

    @Test
    void whoMetAnotherInTheDatabaseIsToldToTryAgain() throws Exception {
        http.perform(get("/locked"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.type").value("/problems/busy"));
    }

    @Test
    void nothingInsideShowsInAFailure() throws Exception {
        http.perform(get("/mistaken"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.type").value("/problems/failed"))
                .andExpect(jsonPath("$.detail").value("It is on record; please try again."));
    }
}
