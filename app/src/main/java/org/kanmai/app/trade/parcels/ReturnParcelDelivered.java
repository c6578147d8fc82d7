package org.kanmai.app.trade.parcels;

/** Published once, in the transaction that hears of it: a carrier has brought a parcel of a return, back to its shop or in exchange to its buyer. */
public record ReturnParcelDelivered(String carrier, String number) {}
