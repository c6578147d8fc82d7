package org.kanmai.app.live.requests;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.terms.Pool;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.sales.Sale;
import org.kanmai.app.catalog.sales.SaleBook;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.live.requests.PriceRequest.State;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;

/** Presents what hosts asked for, with what both sides need to decide: a page costs as many statements as one. */
@Component
class RequestViews {
    private final Catalog catalog;
    private final SaleBook sales;
    private final Pool pool;
    private final Rooms rooms;
    private final People people;

    RequestViews(Catalog catalog, SaleBook sales, Pool pool, Rooms rooms, People people) {
        this.catalog = catalog;
        this.sales = sales;
        this.pool = pool;
        this.rooms = rooms;
        this.people = people;
    }

    /** Who asks. */
    record Host(String handle, String name) {}

    /**
     * What was asked for, as both sides see it.
     *
     * @param usual what the variant costs now; absent once it is not on sale
     * @param free how many can be ordered now
     * @param rate the highest thousandths of what is paid that the host earns by it now; 0 for nothing
     * @param sale how it is sold; absent until the shop agreed
     * @param host absent once that person is gone
     */
    record Shown(
            String id,
            RoomId room,
            String roomTitle,
            ProductId product,
            String title,
            List<String> options,
            SkuId sku,
            Money price,
            @Nullable Money usual,
            int free,
            int units,
            int most,
            Instant startsAt,
            Instant endsAt,
            int rate,
            State state,
            @Nullable String reason,
            @Nullable Sale sale,
            Instant askedAt,
            Instant expiresAt,
            @Nullable Host host) {}

    private record Known(
            Map<SkuId, Offer> offers,
            Map<ProductId, String> titles,
            Map<ProductId, Pool.Outlook> outlooks,
            Map<SaleId, Sale> sales,
            Map<RoomId, Room> rooms,
            Map<PersonId, Person> people) {}

    Shown of(PriceRequest request) {
        return shown(request, known(List.of(request)));
    }

    Slice<Shown> of(Slice<PriceRequest> slice) {
        var known = known(slice.items());
        return slice.map(each -> shown(each, known));
    }

    private Known known(Collection<PriceRequest> some) {
        var products = some.stream().map(PriceRequest::product).collect(Collectors.toSet());
        return new Known(
                catalog.offers(some.stream().map(each -> each.wanted().sku()).collect(Collectors.toSet())),
                catalog.titles(products),
                pool.outlook(products),
                sales.find(some.stream()
                        .map(PriceRequest::sale)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                rooms.find(some.stream().map(PriceRequest::room).collect(Collectors.toSet())),
                people.find(some.stream().map(PriceRequest::host).collect(Collectors.toSet())));
    }

    private static Shown shown(PriceRequest request, Known known) {
        var wanted = request.wanted();
        var offer = known.offers.get(wanted.sku());
        var room = known.rooms.get(request.room());
        var host = known.people.get(request.host());
        return new Shown(
                Long.toString(request.id()),
                request.room(),
                room == null ? "" : room.title(),
                request.product(),
                known.titles.getOrDefault(request.product(), ""),
                offer == null ? List.of() : offer.options(),
                wanted.sku(),
                wanted.price(),
                offer == null ? null : offer.price(),
                offer == null ? 0 : offer.free(),
                wanted.units(),
                wanted.most(),
                wanted.startsAt(),
                wanted.endsAt(),
                rate(known.outlooks.get(request.product())),
                request.state(),
                request.reason(),
                request.sale() == null ? null : known.sales.get(request.sale()),
                request.askedAt(),
                request.expiresAt(),
                host == null ? null : new Host(host.handle(), host.name()));
    }

    private static int rate(Pool.@Nullable Outlook outlook) {
        return outlook == null || outlook.now() == null
                ? 0
                : outlook.now().ladder().highest();
    }
}
