package org.kanmai.app.trade.parcels;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.parcels.Carrier.Kind;
import org.kanmai.app.trade.parcels.Carrier.Told;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the sandbox carrier does what with a parcel.
 *
 * @param hour how long one hour of its timetable takes
 */
@ConfigurationProperties("kanmai.trade.sandbox-carrier")
record SandboxTimetable(@DefaultValue("1h") Duration hour) {
    private static final List<Stop> STOPS = List.of(
            new Stop(1, Kind.PICKED_UP, "杭州西湖站 Hangzhou Xihu"),
            new Stop(4, Kind.IN_TRANSIT, "杭州分拨中心 Hangzhou hub"),
            new Stop(14, Kind.IN_TRANSIT, "上海分拨中心 Shanghai hub"),
            new Stop(22, Kind.OUT_FOR_DELIVERY, "上海静安站 Shanghai Jing'an"),
            new Stop(26, Kind.DELIVERED, "上海静安站 Shanghai Jing'an"));
    private static final Stop TROUBLE = new Stop(18, Kind.EXCEPTION, "上海分拨中心 Shanghai hub");

    SandboxTimetable {
        if (hour.isNegative() || hour.isZero()) {
            throw new IllegalArgumentException("kanmai.trade.sandbox-carrier.hour takes some time, not " + hour);
        }
    }

    private record Stop(int hours, Kind kind, String place) {}

    private static List<Stop> stops(String number) {
        return number.endsWith("000")
                ? Stream.of(STOPS.subList(0, 3), List.of(TROUBLE), STOPS.subList(3, STOPS.size()))
                        .flatMap(List::stream)
                        .toList()
                : STOPS;
    }

    /** Returns when a parcel has its next event after so many; absent after the last. */
    @Nullable
    Instant next(String number, Instant begun, int done) {
        var stops = stops(number);
        return done < stops.size()
                ? begun.plus(hour.multipliedBy(stops.get(done).hours()))
                : null;
    }

    /** Returns the event of a parcel after so many. */
    Told event(String number, Instant begun, int done) {
        var stop = stops(number).get(done);
        return new Told(
                number, Integer.toString(done), stop.kind(), stop.place(), begun.plus(hour.multipliedBy(stop.hours())));
    }
}
