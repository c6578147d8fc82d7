package org.kanmai.app.notices.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kanmai.app.notices.mail.MailPort.MailFailed;
import org.kanmai.app.notices.settings.Choices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the letters that are due; what the server does not take is tried again ever more rarely, five times in all. */
@Component
class PostOffice {
    static final int MOST_TRIES = 5;
    private static final int BATCH = 20;
    private static final int MOST_BATCHES = 10;
    /** Longer than a batch can take: {@link Smtp} waits 15 seconds for each letter. */
    private static final Duration IN_HAND = Duration.ofMinutes(10);

    private final LetterStore letters;
    private final Addresses addresses;
    private final Choices choices;
    private final Wording wording;
    private final OffTokens tokens;
    private final ObjectProvider<MailPort> ports;
    private final MeterRegistry meters;
    private final Clock clock;

    PostOffice(
            LetterStore letters,
            Addresses addresses,
            Choices choices,
            Wording wording,
            OffTokens tokens,
            ObjectProvider<MailPort> ports,
            MeterRegistry meters,
            Clock clock) {
        this.letters = letters;
        this.addresses = addresses;
        this.choices = choices;
        this.wording = wording;
        this.tokens = tokens;
        this.ports = ports;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void send() {
        var port = ports.getIfAvailable();
        int taken = BATCH;
        for (int batch = 0; port != null && taken == BATCH && batch < MOST_BATCHES; batch++) {
            var now = clock.instant();
            var due = letters.take(now, now.plus(IN_HAND), BATCH);
            due.forEach(letter -> send(letter, port));
            taken = due.size();
        }
    }

    private void send(LetterStore.Row letter, MailPort port) {
        var to = addresses.confirmed(letter.person());
        boolean wanted = choices.of(letter.person()).mail().contains(letter.purpose());
        if (to.isEmpty() || !wanted) {
            letters.remove(letter.id());
            return;
        }
        var token = tokens.of(letter.person(), letter.purpose());
        try {
            port.send(wording.letter(to.get(), letter.kind(), port.site(), token));
            letters.remove(letter.id());
            count("sent");
        } catch (MailFailed failed) {
            failed(letter);
        }
    }

    private void failed(LetterStore.Row letter) {
        if (letter.tries() >= MOST_TRIES) {
            letters.remove(letter.id());
            count("given-up");
            return;
        }
        var due = clock.instant().plus(pause(letter.tries()));
        letters.again(letter.id(), morning(letter, due));
        count("failed");
    }

    private Instant morning(LetterStore.Row letter, Instant due) {
        return choices.of(letter.person()).quiet().next(due);
    }

    /** A minute, then four times as long after each try. */
    static Duration pause(int tries) {
        return Duration.ofMinutes(1L << (2 * (tries - 1)));
    }

    private void count(String outcome) {
        meters.counter("notices.letter.sent", "outcome", outcome).increment();
    }
}
