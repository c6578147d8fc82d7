-- Where people say that they live: there is a row only while they consent to it.
create table identity.region (
    person bigint primary key references identity.person,
    region text not null,
    at timestamptz not null
);
