package org.kanmai.app.identity.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.kanmai.app.identity.Handles;
import org.kanmai.app.identity.IdentitySettings;
import org.kanmai.app.identity.accounts.Attempts.Limit;
import org.springframework.stereotype.Component;

/** Holds passwords against people, as often as the limits allow. */
@Component
final class Door {
    static final Duration SIGN_UP_WINDOW = Duration.ofHours(1);

    private final AccountStore store;
    private final Passwords passwords;
    private final Attempts attempts;
    private final IdentitySettings settings;
    private final MeterRegistry meters;

    Door(AccountStore store, Passwords passwords, Attempts attempts, IdentitySettings settings, MeterRegistry meters) {
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
        this.settings = settings;
        this.meters = meters;
    }

    /** Each attempt is counted before it is looked at, so that none slips through beside another. */
    SignIn signIn(String typedHandle, String password, String address) {
        var outcome = tried(typedHandle, password, address);
        var code = switch (outcome) {
            case SignIn.Known known -> "known";
            case SignIn.Wrong wrong -> "wrong";
            case SignIn.TooMany many -> "too-many";
        };
        meters.counter("identity.session.signIn", "outcome", code).increment();
        return outcome;
    }

    private SignIn tried(String typedHandle, String password, String address) {
        var handle = Handles.plain(typedHandle);
        var byAddress = new Limit(
                "address", Attempts.network(address), settings.attemptsPerAddress(), settings.attemptWindow());
        var byHandle = new Limit("handle", handle, settings.attemptsPerHandle(), settings.attemptWindow());
        var wait = attempts.take(byAddress).or(() -> handle.isEmpty() ? Optional.empty() : attempts.take(byHandle));
        if (wait.isPresent()) {
            return new SignIn.TooMany(wait.get());
        }
        var credential = store.credential(handle);
        if (!passwords.matches(password, credential.map(AccountStore.Credential::hash))) {
            return new SignIn.Wrong();
        }
        attempts.giveBack(byAddress);
        attempts.clear(byHandle);
        return new SignIn.Known(credential.orElseThrow().person());
    }

    /** Counts an account that is about to be made; returns how long to wait when there are too many. */
    Optional<Duration> signUp(String address) {
        return attempts.take(
                new Limit("sign-up", Attempts.network(address), settings.signUpsPerAddress(), SIGN_UP_WINDOW));
    }
}
