package org.kanmai.app.insight.board;

import java.time.InstantSource;
import org.kanmai.app.history.PastTaken;
import org.kanmai.app.web.WebSettings;
import org.kanmai.app.web.WebSettings.World;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the figures looked at in rounds; more often in a demo world, and soon after its past is there. */
@Component
class AlarmWatch {
    private final Alarms alarms;
    private final AlarmRounds rounds;
    private final InstantSource clock;

    AlarmWatch(Alarms alarms, AlarmSettings settings, WebSettings web, TaskScheduler scheduler) {
        this.alarms = alarms;
        this.clock = scheduler.getClock();
        this.rounds = new AlarmRounds(settings, web.world() == World.DEMO, clock.instant());
    }

    @EventListener
    void pastCame(PastTaken event) {
        rounds.pastCame(clock.instant());
    }

    @Scheduled(fixedDelay = 5_000)
    void look() {
        if (rounds.due(clock.instant())) {
            alarms.look();
        }
    }
}
