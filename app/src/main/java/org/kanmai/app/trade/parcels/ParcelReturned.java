package org.kanmai.app.trade.parcels;

/** Published once, in the transaction that hears of it: a carrier has brought a parcel back to its shop. */
public record ParcelReturned(String carrier, String number) {}
