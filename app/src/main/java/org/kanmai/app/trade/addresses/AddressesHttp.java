package org.kanmai.app.trade.addresses;

import java.util.List;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own address book. */
@RestController
class AddressesHttp {
    private final Addresses addresses;

    AddressesHttp(Addresses addresses) {
        this.addresses = addresses;
    }

    /** An address as it is sent. */
    record NewAddress(String recipient, String phone, String region, String street, boolean standard) {
        Place place() {
            return new Place(recipient, phone, region, street);
        }

        @Override
        public String toString() {
            return "NewAddress";
        }
    }

    /** The whole book, the standard address first. */
    record Book(List<Address> items) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/addresses")
    Book book(Viewer viewer) {
        return new Book(addresses.of(viewer.self()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/addresses")
    @ResponseStatus(HttpStatus.CREATED)
    Address add(@RequestBody NewAddress wish, Viewer viewer) {
        return addresses.add(viewer.self(), wish.place(), wish.standard());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/addresses/{id}")
    Address change(@PathVariable String id, @RequestBody NewAddress wish, Viewer viewer) {
        return addresses.change(viewer.self(), number(id), wish.place(), wish.standard());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/addresses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, Viewer viewer) {
        addresses.remove(viewer.self(), number(id));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("address");
        }
        return Long.parseLong(id);
    }
}
