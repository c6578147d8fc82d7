package org.kanmai.app.insight.traffic;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.files.Csv;
import org.kanmai.facts.Origin;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Traffic as a whole, for operators. */
@RestController
class TrafficBoardHttp {
    private final Traffics traffics;
    private final TrafficCsv csv;
    private final Clock clock;

    TrafficBoardHttp(Traffics traffics, TrafficCsv csv, Clock clock) {
        this.traffics = traffics;
        this.csv = csv;
        this.clock = clock;
    }

    /** What is asked: of which days, of which origin. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable Origin origin) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/insight/traffic")
    Traffic traffic(@ParameterObject Asked asked) {
        return traffics.board(question(asked));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/insight/traffic.csv")
    ResponseEntity<byte[]> file(
            @ParameterObject Asked asked, @RequestParam(defaultValue = "days") TrafficCsv.Part part) {
        var question = question(asked);
        var name = "traffic-%s-%s-%s.csv"
                .formatted(
                        part.code(), question.period().from(), question.period().to());
        return Csv.file(name, csv.rows(question, part));
    }

    private TrafficQuestion question(Asked asked) {
        return new TrafficQuestion(Period.parse(asked.from, asked.to, clock), asked.origin);
    }
}
