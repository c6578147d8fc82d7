-- Whom a person does not want suggested; the latest few hundred are remembered.
create table identity.unsuggested (
    person bigint not null,
    other  bigint not null,
    id     bigint not null,
    primary key (person, other)
);
create index unsuggested_latest on identity.unsuggested (person, id desc);
create index unsuggested_other on identity.unsuggested (other);
