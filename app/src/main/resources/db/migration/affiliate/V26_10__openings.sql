-- who had the list for the bank, on which account numbers stand whole
create table affiliate.opening (
    batch  bigint      not null references affiliate.batch,
    reader bigint      not null,
    at     timestamptz not null
);
create index opening_batch on affiliate.opening (batch, at);
