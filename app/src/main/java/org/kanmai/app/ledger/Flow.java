package org.kanmai.app.ledger;

import org.kanmai.facts.Money;

/**
 * What an account's entries of one kind moved for one kind of party and purpose, in a while and a currency.
 *
 * @param entries how many there were
 */
public record Flow(Entry.Kind kind, Account.Kind party, Account.Purpose purpose, Money amount, long entries) {}
