package org.kanmai.app.feed;

import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.feed.learned.LearnedChannels;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Source;
import org.kanmai.ranking.LikedWorks;
import org.springframework.stereotype.Component;

/** Works that a learned channel finds from what the viewer liked last. */
@Component
class LearnedWorks {
    private final LearnedChannels channels;
    private final Features features;
    private final Works works;

    LearnedWorks(LearnedChannels channels, Features features, Works works) {
        this.channels = channels;
        this.features = features;
        this.works = works;
    }

    /** Returns the best first; none for a viewer who has not agreed to be profiled. */
    List<Candidate> find(Source channel, Situation situation, int limit) {
        return situation.viewer().profiled()
                ? works.candidates(channels.find(
                        channel, features.liked(situation.viewer().pseudonym(), LikedWorks.PAIRED), limit))
                : List.of();
    }
}
