package org.kanmai.ranking.evaluation.interactions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The protocol of SASRec (Kang and McAuley 2018): of each user the last item is asked for at the end, the one before it to choose
 * by, the others are learned from; each is to be found among {@value #OTHERS} that the user never had, drawn evenly.
 *
 * <p>Of more users than are asked, those that are asked are drawn.
 */
public final class LeaveOneOut {
    /** How many the right one is hidden among. */
    public static final int OTHERS = 100;

    /** Most users that are asked at the end, as in the paper's program. */
    public static final int MOST_TESTED = 10_000;

    /** Most users that are asked to choose by. */
    public static final int MOST_VALIDATED = 2_000;

    private static final int LEAST = 3;

    private final List<long[]> training;
    private final List<Question> validation;
    private final List<Question> test;

    private LeaveOneOut(List<long[]> training, List<Question> validation, List<Question> test) {
        this.training = training;
        this.validation = validation;
        this.test = test;
    }

    /** Parts interactions; the same seed asks the same questions. */
    public static LeaveOneOut of(Interactions interactions, long seed) {
        var random = new SplittableRandom(seed);
        var asked = new ArrayList<long[]>();
        var training = new ArrayList<long[]>();
        for (var user : interactions.users()) {
            boolean is = user.length >= LEAST && distinct(user).size() + OTHERS <= interactions.items();
            training.add(is ? Arrays.copyOf(user, user.length - 2) : user);
            if (is) {
                asked.add(user);
            }
        }
        if (asked.isEmpty()) {
            throw new UnusableInteractions(
                    "no user has %d items, and %d others that are left".formatted(LEAST, OTHERS),
                    "没有用户拥有至少 %d 个物品且另有 %d 个未接触的物品".formatted(LEAST, OTHERS));
        }
        var tested = some(asked, MOST_TESTED, random);
        return new LeaveOneOut(
                List.copyOf(training),
                questions(some(tested, MOST_VALIDATED, random), 2, interactions.items(), random),
                questions(tested, 1, interactions.items(), random));
    }

    private static Set<Long> distinct(long[] items) {
        var set = new HashSet<Long>();
        for (long item : items) {
            set.add(item);
        }
        return set;
    }

    private static List<long[]> some(List<long[]> users, int most, SplittableRandom random) {
        var shuffled = new ArrayList<>(users);
        for (int each = 0; each < Math.min(most, shuffled.size()); each++) {
            int other = random.nextInt(each, shuffled.size());
            var former = shuffled.set(each, shuffled.get(other));
            shuffled.set(other, former);
        }
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    private static List<Question> questions(List<long[]> users, int fromEnd, int items, SplittableRandom random) {
        return users.stream()
                .map(user -> new Question(
                        Arrays.copyOf(user, user.length - fromEnd),
                        candidates(user[user.length - fromEnd], distinct(user), items, random)))
                .toList();
    }

    private static long[] candidates(long next, Set<Long> had, int items, SplittableRandom random) {
        var candidates = new long[OTHERS + 1];
        candidates[0] = next;
        for (int each = 1; each <= OTHERS; each++) {
            long other = random.nextInt(1, items + 1);
            while (had.contains(other)) {
                other = random.nextInt(1, items + 1);
            }
            candidates[each] = other;
        }
        return candidates;
    }

    /** Returns what is learned from: one sequence a user, the oldest item first. */
    public List<long[]> training() {
        return training;
    }

    /** Returns the questions to choose by. */
    public List<Question> validation() {
        return validation;
    }

    /** Returns the questions that are asked once, at the end. */
    public List<Question> test() {
        return test;
    }
}
