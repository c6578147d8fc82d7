package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/** One fact of each kind, with every member set. */
final class Examples {
    static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
    static final Pseudonym ANNA = new Pseudonym(7_001_002_003_004_005_006L);
    static final PersonId BO = new PersonId(133_000_000_000_000_001L);
    static final WorkId WORK = new WorkId(133_000_000_000_000_042L);
    static final ExposureId EXPOSURE = new ExposureId(133_000_000_000_000_077L);

    static final ProductId PRODUCT = new ProductId(133_000_000_000_000_055L);
    static final OrderId ORDER = new OrderId(133_000_000_000_000_060L);
    static final ShopId SHOP = new ShopId(133_000_000_000_000_050L);

    private Examples() {}

    static List<Fact> all() {
        return List.of(
                served(),
                new Exposed(served().terms(1), AT, Origin.LIVE),
                watched(3),
                new Opened(11, AT, Origin.LIVE, ANNA, EXPOSURE, Subject.work(WORK), Source.FRESH, Target.PROFILE),
                new Shared(12, AT, Origin.LIVE, ANNA, EXPOSURE, Subject.work(WORK), Source.FRESH, Channel.QR),
                engaged(EXPOSURE),
                new ConsentChanged(14, AT, Origin.LIVE, ANNA, Purpose.BEHAVIOUR, false),
                new PseudonymRetired(15, AT, Origin.LIVE, ANNA),
                new WorkPublished(16, AT, Origin.SIMULATED, WORK, BO, 12_345, List.of("茶", "scene:kitchen")),
                new WorkWithdrawn(17, AT, Origin.LIVE, WORK, BO),
                converted(EXPOSURE),
                new OrderPlaced(
                        19,
                        AT,
                        Origin.LIVE,
                        ORDER,
                        SHOP,
                        Money.of(3_980, "CNY"),
                        List.of(new OrderedLine(PRODUCT, new SkuId(56), 2, Money.of(3_980, "CNY")))),
                new OrderMoved(20, AT, Origin.LIVE, ORDER, SHOP, OrderStep.PAID, Money.of(3_980, "CNY")));
    }

    static Served served() {
        var ranked = new ServedItem(
                new ExposureId(EXPOSURE.value() - 1),
                Subject.work(new WorkId(WORK.value() - 1)),
                0,
                Source.POPULAR,
                SlotKind.RANKED,
                1,
                2.5f,
                Binary.of(new byte[] {1, 2, 3}));
        var drawn = new ServedItem(
                EXPOSURE, Subject.work(WORK), 1, Source.FRESH, SlotKind.RANDOMISED, 0.125, 0.7f, Binary.EMPTY);
        return new Served(
                new PageId(133_000_000_000_000_070L),
                AT,
                Origin.LIVE,
                ANNA,
                99,
                Surface.FOR_YOU,
                1,
                5,
                Binary.of(new byte[] {9}),
                Binary.of(new byte[] {1, 0}),
                List.of(ranked, drawn),
                Binary.EMPTY);
    }

    static Watched watched(int sequence) {
        return new Watched(
                EXPOSURE,
                sequence,
                AT,
                Origin.LIVE,
                ANNA,
                Subject.work(WORK),
                Source.FRESH,
                9_000,
                9_000,
                8_900,
                12_345,
                0,
                true);
    }

    static Converted converted(@org.jspecify.annotations.Nullable ExposureId exposure) {
        return new Converted(
                18,
                AT,
                Origin.LIVE,
                ANNA,
                exposure,
                exposure == null ? null : Subject.work(WORK),
                PRODUCT,
                Source.FRESH,
                Conversion.ORDERED,
                2,
                Binary.of(new byte[] {4, 2}));
    }

    static Engaged engaged(@org.jspecify.annotations.Nullable ExposureId exposure) {
        return new Engaged(
                13, AT, Origin.LIVE, ANNA, exposure, Subject.work(WORK), Source.FRESH, BO, Engagement.NOT_INTERESTED);
    }
}
