package org.kanmai.app.pastsales;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice as a file tells it, with every value read.
 *
 * @param place 1 for the first line after the names of the columns
 * @param units below zero where they came back or were written off
 * @param price of one unit, in the currency's main unit
 */
record SalesRow(
        int place,
        String number,
        String code,
        String title,
        int units,
        BigDecimal price,
        LocalDateTime at,
        @Nullable String customer,
        @Nullable String country) {}
