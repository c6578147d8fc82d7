package org.kanmai.app.notices.mail;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** A mail server in the hands of a test: it keeps what it is sent, and refuses whom it is told to. */
@Component
class TrialMail implements MailPort {
    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();

    void refuse(String address) {
        refused.add(address);
    }

    int refusals() {
        return refusals.get();
    }

    List<Mail> to(String address) {
        return taken.stream().filter(mail -> mail.to().text().equals(address)).toList();
    }

    @Override
    public void send(Mail mail) {
        if (refused.contains(mail.to().text())) {
            refusals.incrementAndGet();
            throw new MailFailed(new IllegalStateException("refused"));
        }
        taken.add(mail);
    }

    @Override
    public URI site() {
        return URI.create("https://kanmai.example");
    }
}
