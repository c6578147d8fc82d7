-- What a provider calls a payment, and its page for it: empty where it knows the payment by our own number.
alter table payment.payment add column reference text not null default '' check (length(reference) <= 255);
alter table payment.payment add column page text not null default '' check (length(page) <= 8192);
