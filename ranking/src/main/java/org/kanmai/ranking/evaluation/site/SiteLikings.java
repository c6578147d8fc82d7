package org.kanmai.ranking.evaluation.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kanmai.ranking.evaluation.channels.Likings;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.learning.LoggedExposure;

/** What a site's viewers watched long, to the end or for 30 seconds: before the log began, in its earlier part, and in the tested one. */
final class SiteLikings {
    private SiteLikings() {}

    static Likings of(SiteSplit split) {
        var likings = new Likings();
        var works = new HashSet<Long>();
        for (var part : List.of(split.learned(), split.tested())) {
            part.forEach(each -> {
                likings.work(each.work(), each.content());
                works.add(each.work());
            });
        }
        before(split.learned(), works, likings);
        for (var each : split.learned()) {
            if (isLong(each)) {
                likings.liked(each.viewer(), each.work());
            }
            likings.saw(each.viewer(), each.work());
        }
        split.tested().stream()
                .filter(SiteLikings::isLong)
                .forEach(each -> likings.likedLater(each.viewer(), each.work()));
        return likings;
    }

    /** What each viewer had watched when the first page was served; of works that the log never shows nothing is known. */
    private static void before(List<LoggedExposure> learned, Set<Long> works, Likings likings) {
        var begun = new HashSet<Long>();
        for (var each : learned) {
            if (begun.add(each.viewer())) {
                each.history().reversed().stream().filter(works::contains).forEach(work -> {
                    likings.liked(each.viewer(), work);
                    likings.saw(each.viewer(), work);
                });
            }
        }
    }

    private static boolean isLong(LoggedExposure each) {
        return each.label(Head.COMPLETION) == 1 || each.label(Head.WATCH_TIME) >= 0.5;
    }
}
