package org.kanmai.app.traffic.verdicts;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what was read of the log, all or nothing. */
@Component
class Intake {
    private final Judgements judgements;
    private final LogEndStore ends;

    Intake(Judgements judgements, LogEndStore ends) {
        this.judgements = judgements;
        this.ends = ends;
    }

    Map<Integer, Long> next() {
        return ends.next();
    }

    @Transactional
    public void take(VerdictReader.Read read) {
        read.verdicts().forEach(judgements::take);
        ends.put(read.next());
    }
}
