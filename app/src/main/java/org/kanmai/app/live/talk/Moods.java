package org.kanmai.app.live.talk;

import java.util.Locale;
import java.util.regex.Pattern;
import org.kanmai.facts.Attendance;

/** Whether words say that it is too slow or too expensive (AX-10). */
final class Moods {
    private static final Pattern EXPENSIVE = Pattern.compile(
            "(?<!不)(?<!没)太贵|(?<!不)好贵|便宜点|便宜一点|(?<!not )(?<!isn't )too (expensive|pricey|dear)|overpriced");
    private static final Pattern SLOW =
            Pattern.compile("(?<!不)(?<!没)太慢|(?<!不)好慢|快点讲|快一点|讲快点|太拖|(?<!not )(?<!isn't )too slow|hurry up|speed up");

    private Moods() {}

    static Attendance of(String words) {
        var said = words.toLowerCase(Locale.ROOT);
        if (EXPENSIVE.matcher(said).find()) {
            return Attendance.FOUND_EXPENSIVE;
        }
        return SLOW.matcher(said).find() ? Attendance.FOUND_SLOW : Attendance.CHATTED;
    }
}
