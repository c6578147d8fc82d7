package org.kanmai.ranking.evaluation.kuairand;

import java.nio.file.Path;
import org.kanmai.facts.tongue.Tongue;

/** A file that can't be used, with where and why in both languages. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String zh;

    Unreadable(String en, String zh) {
        super(en);
        this.zh = zh;
    }

    static Unreadable at(Path file, long line, String en, String zh) {
        return new Unreadable("%s, line %d: %s".formatted(file, line, en), "%s 第 %d 行：%s".formatted(file, line, zh));
    }

    /** Returns what is wrong in a language. */
    public String in(Tongue tongue) {
        return tongue.say(String.valueOf(getMessage()), zh);
    }
}
