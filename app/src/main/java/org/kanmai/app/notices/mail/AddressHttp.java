package org.kanmai.app.notices.mail;

import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where one's letters go. */
@RestController
class AddressHttp {
    private final Addresses addresses;

    AddressHttp(Addresses addresses) {
        this.addresses = addresses;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/notices/mail")
    Addresses.Standing keep(@RequestBody Given given, Viewer viewer) {
        var address =
                MailAddress.parse(given.mail()).orElseThrow(() -> Refusal.invalid("mail", "must be an e-mail address"));
        addresses.keep(viewer.self(), address);
        return addresses.of(viewer.self());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/notices/mail/confirmation")
    Addresses.Standing confirm(@RequestBody Typed typed, Viewer viewer) {
        addresses.confirm(viewer.self(), typed.digits());
        return addresses.of(viewer.self());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/notices/mail")
    Addresses.Standing forget(Viewer viewer) {
        addresses.forget(viewer.self());
        return addresses.of(viewer.self());
    }

    record Given(String mail) {

        @Override
        public String toString() {
            return "Given";
        }
    }

    record Typed(String digits) {

        @Override
        public String toString() {
            return "Typed";
        }
    }
}
