-- An order's money may go back in parts, each under its own name; '' is what goes back at once.
alter table payment.refund add column part text not null default '' check (part ~ '^[a-z0-9-]{0,40}$');
alter table payment.refund drop constraint refund_payment_subject_key;
alter table payment.refund add constraint refund_once unique (payment, subject, part);

-- Never more goes back than came in for an order; the payment's row makes those wait who ask at once.
create function payment.refuse_more_than_paid() returns trigger language plpgsql as $$
declare
    paid bigint;
    back numeric;
begin
    select minors[array_position(subjects, new.subject)]
      into paid
      from payment.payment
     where id = new.payment
       for update;
    select sum(minor)
      into back
      from payment.refund
     where payment = new.payment
       and subject = new.subject;
    if back > coalesce(paid, 0) then
        raise exception 'refunds of % in payment % would be % of %', new.subject, new.payment, back, paid
              using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger refund_is_paid after insert on payment.refund
       for each row execute function payment.refuse_more_than_paid();
