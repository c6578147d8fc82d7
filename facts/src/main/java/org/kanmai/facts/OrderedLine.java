package org.kanmai.facts;

/** Units of one variant in an order, and what they cost together. */
public record OrderedLine(ProductId product, SkuId sku, int units, Money amount) {}
