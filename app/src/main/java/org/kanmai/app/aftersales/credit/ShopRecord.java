package org.kanmai.app.aftersales.credit;

/**
 * What is known of a shop over some time.
 *
 * @param received orders that arrived
 * @param sent orders that were sent, or should have been
 * @param late how many of these were not sent in time
 * @param reviews how many are shown
 * @param stars their sum
 * @param faults orders of which something went back by the shop's fault
 * @param lost disputes that operators decided for the buyer
 * @param violated whether something of its owner's was refused or taken down
 */
record ShopRecord(int received, int sent, int late, int reviews, int stars, int faults, int lost, boolean violated) {}
