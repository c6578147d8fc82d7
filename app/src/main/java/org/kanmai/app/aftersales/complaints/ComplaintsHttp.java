package org.kanmai.app.aftersales.complaints;

import java.util.List;
import org.kanmai.app.aftersales.complaints.ComplaintDesk.Shown;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.ComplaintId;
import org.kanmai.facts.OrderId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one complains about, and how one found it was handled. */
@RestController
class ComplaintsHttp {
    private final Complaints complaints;
    private final ComplaintStore store;
    private final ComplaintDesk desk;

    ComplaintsHttp(Complaints complaints, ComplaintStore store, ComplaintDesk desk) {
        this.complaints = complaints;
        this.store = store;
        this.desk = desk;
    }

    /** What is complained about. */
    record NewComplaint(String topic, String words) {
        Complaint.Topic about() {
            try {
                return Code.parse(Complaint.Topic.class, topic);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("topic", "is none of those there are");
            }
        }
    }

    /** Complaints about one order, the oldest first. */
    record Found(List<Shown> items) {}

    /** How it was handled, 1-5. */
    record Rating(int stars) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/orders/{id}/complaints")
    Found ofOrder(@PathVariable OrderId id, Viewer viewer) {
        return new Found(desk.show(store.of(desk.bought(id, viewer).id())));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/orders/{id}/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    Shown raise(@PathVariable OrderId id, @RequestBody NewComplaint sent, Viewer viewer) {
        var words = ComplaintDesk.words(sent.words());
        return desk.show(complaints.raise(desk.bought(id, viewer), sent.about(), words));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/complaints/{id}/escalation")
    Shown escalate(@PathVariable ComplaintId id, Viewer viewer) {
        var complaint = desk.raised(id, viewer);
        if (complaint.state() != Complaint.State.ANSWERED) {
            throw Refusal.conflict("complaint-state", "Not now", "The shop has its time to answer first.");
        }
        return desk.show(complaints.escalate(complaint));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/complaints/{id}/withdrawal")
    Shown withdraw(@PathVariable ComplaintId id, Viewer viewer) {
        return desk.show(complaints.close(desk.raised(id, viewer)));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/complaints/{id}/rating")
    Shown rate(@PathVariable ComplaintId id, @RequestBody Rating rating, Viewer viewer) {
        return desk.show(complaints.rate(desk.raised(id, viewer), rating.stars()));
    }
}
