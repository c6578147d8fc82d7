package org.kanmai.app.live;

import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.stereotype.Component;

/** Hosts whose names are known, with shops and rooms of their own. */
@Component
public class Stage {
    private final Premiere premiere;
    private final Street street;

    Stage(Premiere premiere, Street street) {
        this.premiere = premiere;
        this.street = street;
    }

    /** A host's open room, and the shop that sells there. */
    public record Open(Shop shop, String room) {
        /** Returns the host. */
        public Browser host() {
            return shop.merchant();
        }

        /** Returns the address of what the host does with the room. */
        public String own(String what) {
            return "/api/me/rooms/" + room + what;
        }

        /** Returns the address of what everybody can do in it. */
        public String here(String what) {
            return "/api/rooms/" + room + what;
        }
    }

    /** Opens a room whose shop has units of one thing at 19.90 on the shelf. */
    public Open room(int port, int stock) {
        var shop = street.shop(port, stock);
        var host = shop.merchant();
        var handle = Street.must(200, host.get("/api/me")).at("/person/handle").asString();
        Street.must(200, premiere.operator(port).browser().put("/api/people/" + handle + "/verification", ""));
        var room = Street.must(201, host.post("/api/me/rooms", "{\"title\": \"Spring tea, live\"}"))
                .path("id")
                .asString();
        var open = new Open(shop, room);
        host.put(open.own("/goods"), "{\"products\": [\"" + shop.product() + "\"]}");
        return open;
    }
}
