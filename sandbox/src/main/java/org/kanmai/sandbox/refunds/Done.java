package org.kanmai.sandbox.refunds;

import java.net.URI;

/** A refund that has just been done, and where to tell of it. */
record Done(Refund refund, URI notifyUrl) {}
