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
    static final RoomId ROOM = new RoomId(133_000_000_000_000_080L);
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
                new OrderMoved(20, AT, Origin.LIVE, ORDER, SHOP, OrderStep.PAID, Money.of(3_980, "CNY")),
                opened(),
                new PoolDue(22, AT, Origin.LIVE, WORK, 21, PoolDue.Reason.DEADLINE, 199),
                new PoolJudged(
                        23,
                        AT,
                        Origin.LIVE,
                        WORK,
                        21,
                        1,
                        Verdict.ENTERS_ROUND,
                        200,
                        1.25,
                        -0.5,
                        0.96875,
                        List.of(new PoolJudged.UnitKind(0, 4, 150), new PoolJudged.UnitKind(3, 68, 50))),
                new RoundHeld(
                        24,
                        AT,
                        Origin.LIVE,
                        1,
                        1,
                        1,
                        List.of(new RoundHeld.Contender(WORK, 21, 0.96875, Verdict.PROMOTED_BY_RANK))),
                new HotReviewed(25, AT, Origin.LIVE, WORK, new ReviewId(57), true),
                new PolicyReleased(26, AT, Origin.LIVE, 1, AT, Binary.of(new byte[] {7})),
                attended(EXPOSURE),
                new RoomOpened(28, AT, Origin.LIVE, ROOM, BO),
                new RoomEnded(29, AT, Origin.LIVE, ROOM, BO, true),
                new RoomExplained(30, AT, Origin.LIVE, ROOM, PRODUCT),
                new RoomSold(31, AT, Origin.LIVE, ROOM, PRODUCT, Conversion.PAID, 2, Money.of(3_980, "CNY")));
    }

    static PoolOpened opened() {
        var rules = new PoolRules(
                true,
                0.02,
                false,
                2_000,
                3_000,
                0.95,
                600_000,
                List.of(new NamedNumber("play", 0.25), new NamedNumber("completion", 0.75)));
        var target = new PoolTarget(
                "kitchen/short/new",
                0.3,
                31,
                "kitchen/short/any",
                List.of(new NamedNumber("play", 0.7)),
                List.of(new PoolTarget.CellFactor(4, 1.1)));
        return new PoolOpened(
                21,
                AT,
                Origin.LIVE,
                WORK,
                BO,
                1,
                350,
                AT.plusSeconds(86_400),
                1,
                rules,
                target,
                List.of(new NamedNumber("real-name", 1)));
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

    static Attended attended(@org.jspecify.annotations.Nullable ExposureId exposure) {
        return new Attended(
                27,
                AT,
                Origin.LIVE,
                ANNA,
                exposure,
                ROOM,
                Source.LIVE,
                exposure == null ? Attendance.LEFT : Attendance.OPENED_PRODUCT,
                exposure == null ? null : PRODUCT,
                1);
    }

    static Engaged engaged(@org.jspecify.annotations.Nullable ExposureId exposure) {
        return new Engaged(
                13, AT, Origin.LIVE, ANNA, exposure, Subject.work(WORK), Source.FRESH, BO, Engagement.NOT_INTERESTED);
    }
}
