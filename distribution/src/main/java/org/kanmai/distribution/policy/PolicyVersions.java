package org.kanmai.distribution.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the policy that ever held or will; none is changed or taken out. */
public record PolicyVersions(List<DistributionPolicy> versions) {

    public PolicyVersions {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(DistributionPolicy::version))
                .toList();
        for (int place = 1; place < versions.size(); place++) {
            if (versions.get(place).version() == versions.get(place - 1).version()) {
                throw new IllegalArgumentException(
                        "two documents of version " + versions.get(place).version());
            }
        }
    }

    /** Returns the version that holds on a day: of those that have begun the one that began last, of these the highest. */
    public Optional<DistributionPolicy> on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .max(Comparator.comparing(DistributionPolicy::from).thenComparingInt(DistributionPolicy::version));
    }
}
