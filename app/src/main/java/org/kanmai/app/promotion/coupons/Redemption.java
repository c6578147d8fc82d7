package org.kanmai.app.promotion.coupons;

import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.VoucherId;

/** What a voucher takes off an order, above nothing. */
public record Redemption(OrderId order, VoucherId voucher, CouponId coupon, Money off) {}
