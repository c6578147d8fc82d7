-- whose real name an operator has checked, and which operator did; the name itself is not kept
create table identity.verification (
    person      bigint primary key references identity.person on delete cascade,
    verified_by bigint      not null,
    at          timestamptz not null
);
