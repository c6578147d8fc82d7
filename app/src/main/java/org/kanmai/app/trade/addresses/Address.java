package org.kanmai.app.trade.addresses;

/** An address of a person's book; the standard one is offered first. */
record Address(String id, String recipient, String phone, String region, String street, boolean standard) {
    static Address of(long id, Place place, boolean standard) {
        return new Address(
                Long.toString(id), place.recipient(), place.phone(), place.region(), place.street(), standard);
    }

    @Override
    public String toString() {
        return "Address";
    }
}
