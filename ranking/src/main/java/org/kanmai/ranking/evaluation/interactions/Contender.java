package org.kanmai.ranking.evaluation.interactions;

import java.util.HashMap;
import java.util.List;

/** Whoever scores the candidates of questions. */
public interface Contender {

    /** Returns the score of each candidate of each question; what isn't a number counts as the lowest. */
    List<float[]> scores(List<Question> questions);

    /** Returns one that scores an item by how often it was had in training. */
    static Contender popularity(List<long[]> training) {
        var counts = new HashMap<Long, Integer>();
        for (var user : training) {
            for (long item : user) {
                counts.merge(item, 1, Integer::sum);
            }
        }
        return questions -> questions.stream()
                .map(question -> {
                    var scores = new float[question.candidates().length];
                    for (int each = 0; each < scores.length; each++) {
                        scores[each] = counts.getOrDefault(question.candidates()[each], 0);
                    }
                    return scores;
                })
                .toList();
    }
}
