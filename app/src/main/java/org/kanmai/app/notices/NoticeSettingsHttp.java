package org.kanmai.app.notices;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kanmai.app.notices.mail.Addresses;
import org.kanmai.app.notices.settings.Choices;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.notices.settings.Preferences;
import org.kanmai.app.notices.settings.QuietHours;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What one wants to be told of. */
@RestController
class NoticeSettingsHttp {
    private final Choices choices;
    private final Addresses addresses;

    NoticeSettingsHttp(Choices choices, Addresses addresses) {
        this.choices = choices;
        this.addresses = addresses;
    }

    /** Where one is told of a purpose; {@code fixed} says that the inbox cannot be left out. */
    record Channels(NoticePurpose purpose, boolean inbox, boolean mail, boolean fixed) {}

    /** Hours as {@code 22:00}, in a time zone as {@code Asia/Shanghai}. */
    record Quiet(boolean on, String from, String until, String zone) {
        static Quiet of(QuietHours hours) {
            return new Quiet(
                    hours.on(),
                    hours.from().toString(),
                    hours.until().toString(),
                    hours.zone().getId());
        }

        QuietHours hours() {
            return new QuietHours(on, time("from", from), time("until", until), zone(zone));
        }

        private static LocalTime time(String field, String text) {
            try {
                return LocalTime.parse(text).withSecond(0).withNano(0);
            } catch (DateTimeException malformed) {
                throw Refusal.invalid(field, "must be a time of day as 22:00");
            }
        }

        private static ZoneId zone(String text) {
            if (!ZoneId.getAvailableZoneIds().contains(text)) {
                throw Refusal.invalid("zone", "must be a time zone as Asia/Shanghai");
            }
            return ZoneId.of(text);
        }
    }

    /** All that there is to choose. */
    record Settings(List<Channels> purposes, Quiet quiet, Addresses.Standing mail) {}

    /** What one chooses for a purpose. */
    record Choice(String purpose, boolean inbox, boolean mail) {
        NoticePurpose parsed() {
            try {
                return Code.parse(NoticePurpose.class, purpose);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("purposes", "must be purposes of notices");
            }
        }
    }

    /** What one chooses; a purpose that is not named comes nowhere. */
    record Chosen(List<Choice> purposes, Quiet quiet) {
        Preferences preferences() {
            return new Preferences(those(Choice::inbox), those(Choice::mail), quiet.hours());
        }

        private Set<NoticePurpose> those(Predicate<Choice> wanted) {
            return purposes.stream().filter(wanted).map(Choice::parsed).collect(Collectors.toSet());
        }
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/notices/settings")
    Settings settings(Viewer viewer) {
        var chosen = choices.of(viewer.self());
        var channels = Arrays.stream(NoticePurpose.values())
                .map(purpose -> new Channels(
                        purpose, chosen.inbox().contains(purpose), chosen.mail().contains(purpose), purpose.fixed()))
                .toList();
        return new Settings(channels, Quiet.of(chosen.quiet()), addresses.of(viewer.self()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/notices/settings")
    Settings choose(@RequestBody Chosen chosen, Viewer viewer) {
        choices.save(viewer.self(), chosen.preferences());
        return settings(viewer);
    }
}
