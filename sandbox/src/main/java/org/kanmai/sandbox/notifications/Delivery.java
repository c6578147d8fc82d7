package org.kanmai.sandbox.notifications;

import java.net.URI;

/**
 * One try to tell the merchant.
 *
 * @param position the row of the queue
 * @param tries how many tries there were, with this one
 */
record Delivery(long position, int tries, URI url, Notification notification) {}
