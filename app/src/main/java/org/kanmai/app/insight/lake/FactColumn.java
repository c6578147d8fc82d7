package org.kanmai.app.insight.lake;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Attended;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderPlaced;
import org.kanmai.facts.PoolDue;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Served;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;

/** The columns of the view {@code facts}: what a fact says, null where its kind says nothing of it. Only appended to. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
enum FactColumn {
    KIND("varchar", Fact::kind),
    /** With kind and sequence the identity; its upper 41 bits are the millisecond in which it was made. */
    ID("bigint", fact -> Long.valueOf(fact.identity().split(":", -1)[0])),
    SEQUENCE("integer", fact -> fact instanceof Watched watched ? watched.sequence() : 0),
    HAPPENED_AT("bigint", fact -> fact.at().toEpochMilli()),
    ORIGIN("varchar", fact -> fact.origin().code()),
    PSEUDONYM("bigint", on(Fact.OfViewer.class, fact -> fact.pseudonym().value())),
    EXPOSURE("bigint", FactColumn::exposure),
    WORK("bigint", FactColumn::work),
    PRODUCT("bigint", FactColumn::product),
    CREATOR("bigint", FactColumn::creator),
    ORDER_ID("bigint", on(Fact.OfOrder.class, fact -> fact.order().value())),
    SHOP("bigint", FactColumn::shop),
    SURFACE("varchar", FactColumn::surface),
    PLACE("integer", on(Exposed.class, fact -> fact.terms().position())),
    SOURCE("varchar", FactColumn::source),
    SLOT("varchar", on(Exposed.class, fact -> fact.terms().slot().code())),
    PROPENSITY("double", on(Exposed.class, fact -> fact.terms().propensity())),
    POLICY("integer", on(Exposed.class, fact -> fact.terms().policy())),
    STRATUM("integer", on(Exposed.class, fact -> fact.terms().stratum())),
    WATCHED_MILLIS("integer", on(Watched.class, Watched::watchedMillis)),
    REACHED_MILLIS("integer", on(Watched.class, Watched::positionMillis)),
    DURATION_MILLIS("integer", on(Watched.class, Watched::durationMillis)),
    COMPLETED("boolean", on(Watched.class, Watched::completed)),
    /** Which verb, target, channel, step, conversion or purpose. */
    DETAIL("varchar", FactColumn::detail),
    /** Items of a page, units of a conversion, quota of a pool, what was delivered of it, contenders of a round. */
    UNITS("integer", FactColumn::units),
    MINOR("bigint", FactColumn::minor),
    CURRENCY("varchar", FactColumn::currency),
    /** Which step of the ladder. */
    POOL("integer", FactColumn::pool),
    /** Id of the fact that opened the pool. */
    OPENING("bigint", FactColumn::opening),
    /** Works that a round let go on. */
    PROMOTED("integer", on(RoundHeld.class, FactColumn::promoted)),
    /** The live room that was shown, attended, or sold something. */
    ROOM("bigint", FactColumn::room),
    /** Milliseconds of a stay, likes of a second. */
    AMOUNT("bigint", on(Attended.class, Attended::amount));

    private final String type;
    private final Function<Fact, @Nullable Object> value;

    FactColumn(String type, Function<Fact, @Nullable Object> value) {
        this.type = type;
        this.value = value;
    }

    /** Returns what a fact says in this column. */
    @Nullable
    Object of(Fact fact) {
        return value.apply(fact);
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all columns with their types, as a table is made of. */
    static String definitions() {
        return joined(each -> each.column() + " " + each.type);
    }

    /** Returns the names of all columns. */
    static String names() {
        return joined(FactColumn::column);
    }

    /** Returns a select list of typed nulls. */
    static String nothing() {
        return joined(each -> "null::" + each.type + " as " + each.column());
    }

    private static String joined(Function<FactColumn, String> each) {
        return Arrays.stream(values()).map(each).collect(Collectors.joining(", "));
    }

    private static <F> Function<Fact, @Nullable Object> on(Class<F> kind, Function<F, Object> value) {
        return fact -> kind.isInstance(fact) ? value.apply(kind.cast(fact)) : null;
    }

    private static @Nullable Object exposure(Fact fact) {
        return switch (fact) {
            case Exposed of -> of.terms().exposure().value();
            case Watched of -> of.exposure().value();
            case Opened of -> of.exposure().value();
            case Shared of -> of.exposure().value();
            case Engaged of -> value(of.exposure());
            case Attended of -> value(of.exposure());
            case Converted of -> value(of.exposure());
            default -> null;
        };
    }

    private static @Nullable Object value(@Nullable ExposureId exposure) {
        return exposure == null ? null : exposure.value();
    }

    private static @Nullable Object work(Fact fact) {
        return switch (fact) {
            case Converted of -> work(of.shown());
            case Fact.OfSubject of -> work(of.subject());
            case Fact.OfWork of -> of.work().value();
            default -> null;
        };
    }

    private static @Nullable Object work(@Nullable Subject subject) {
        return subject != null && subject.kind() == SubjectKind.WORK ? subject.id() : null;
    }

    private static @Nullable Object room(Fact fact) {
        return switch (fact) {
            case Attended of -> of.room().value();
            case Fact.OfRoom of -> of.room().value();
            case Converted of -> room(of.shown());
            case Fact.OfSubject of -> room(of.subject());
            default -> null;
        };
    }

    private static @Nullable Object room(@Nullable Subject subject) {
        return subject != null && subject.kind() == SubjectKind.ROOM ? subject.id() : null;
    }

    private static @Nullable Object product(Fact fact) {
        return switch (fact) {
            case Converted of -> of.product().value();
            case RoomSold of -> of.product().value();
            case Attended of -> of.product() == null ? null : of.product().value();
            default -> null;
        };
    }

    private static @Nullable Object creator(Fact fact) {
        return switch (fact) {
            case Engaged of -> of.creator().value();
            case WorkPublished of -> of.creator().value();
            case WorkWithdrawn of -> of.creator().value();
            case PoolOpened of -> of.creator().value();
            default -> null;
        };
    }

    private static @Nullable Object shop(Fact fact) {
        return switch (fact) {
            case OrderPlaced of -> of.shop().value();
            case OrderMoved of -> of.shop().value();
            default -> null;
        };
    }

    private static @Nullable Object source(Fact fact) {
        return switch (fact) {
            case Attended of -> of.source().code();
            case Fact.OfSubject of -> of.source().code();
            default -> null;
        };
    }

    private static @Nullable Object surface(Fact fact) {
        return switch (fact) {
            case Served of -> of.surface().code();
            case Exposed of -> of.terms().surface().code();
            default -> null;
        };
    }

    private static @Nullable Object detail(Fact fact) {
        return switch (fact) {
            case Opened of -> of.target().code();
            case Shared of -> of.channel().code();
            case Engaged of -> of.engagement().code();
            case Attended of -> of.what().code();
            case RoomSold of -> of.conversion().code();
            case Converted of -> of.conversion().code();
            case OrderMoved of -> of.step().code();
            case ConsentChanged of -> of.purpose().code();
            case PoolDue of -> of.reason().code();
            case PoolJudged of -> of.verdict().code();
            default -> null;
        };
    }

    private static @Nullable Object units(Fact fact) {
        return switch (fact) {
            case Served of -> of.items().size();
            case Converted of -> of.units();
            case RoomSold of -> of.units();
            case PoolOpened of -> of.quota();
            case PoolJudged of -> of.units();
            case PoolDue of -> of.delivered();
            case RoundHeld of -> of.contenders().size();
            default -> null;
        };
    }

    private static @Nullable Object pool(Fact fact) {
        return switch (fact) {
            case PoolOpened of -> of.pool();
            case PoolJudged of -> of.pool();
            case RoundHeld of -> of.pool();
            default -> null;
        };
    }

    private static @Nullable Object opening(Fact fact) {
        return switch (fact) {
            case PoolOpened of -> of.id();
            case PoolDue of -> of.opening();
            case PoolJudged of -> of.opening();
            default -> null;
        };
    }

    private static Object promoted(RoundHeld round) {
        return (int) round.contenders().stream()
                .filter(contender -> contender.verdict().promotes())
                .count();
    }

    private static @Nullable Object minor(Fact fact) {
        return switch (fact) {
            case OrderPlaced of -> of.total().minor();
            case OrderMoved of -> of.total().minor();
            case RoomSold of -> of.amount().minor();
            default -> null;
        };
    }

    private static @Nullable Object currency(Fact fact) {
        return switch (fact) {
            case OrderPlaced of -> of.total().currency().getCurrencyCode();
            case OrderMoved of -> of.total().currency().getCurrencyCode();
            case RoomSold of -> of.amount().currency().getCurrencyCode();
            default -> null;
        };
    }
}
