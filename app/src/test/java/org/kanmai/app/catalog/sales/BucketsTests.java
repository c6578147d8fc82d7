package org.kanmai.app.catalog.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LC-03")
class BucketsTests {
    @Test
    void aRushForSingleUnitsFindsMoreBucketsThanAProcessHasConnections() {
        assertThat(Sales.buckets(100, 1)).isEqualTo(64);
        assertThat(Sales.buckets(10_000, 99)).isEqualTo(64);
        assertThat(Sales.buckets(30, 1)).isEqualTo(30);
    }

    @Test
    void aBucketHoldsWhatOneBuyerMayHaveWhileThatLeavesTheUsualNumberOfBuckets() {
        assertThat(Sales.buckets(100, 2)).isEqualTo(50);
        assertThat(Sales.buckets(100, 99)).isEqualTo(16);
        assertThat(Sales.buckets(3, 2)).isEqualTo(3);
        assertThat(Sales.buckets(1, 1)).isEqualTo(1);
    }
}
