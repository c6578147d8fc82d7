create table identity.avatar (
    person bigint primary key references identity.person,
    version bigint not null,
    jpeg bytea not null check (length(jpeg) <= 65536)
);

-- The foreign key keeps a data key for as long as a number is sealed with it.
create table identity.phone (
    person bigint primary key references identity.person,
    purpose text not null default 'phone' check (purpose = 'phone'),
    version int not null,
    sealed bytea not null,
    foreign key (purpose, version) references identity.data_key (purpose, version)
);
create index phone_version on identity.phone (version, person);

create table identity.data_access (
    id bigint primary key,
    person bigint not null references identity.person,
    reader bigint not null references identity.person,
    field text not null,
    reason text not null,
    at timestamptz not null
);
create index data_access_person on identity.data_access (person, id desc);

create table identity.role_request (
    id bigint primary key,
    person bigint not null references identity.person,
    role text not null check (role in ('creator', 'merchant', 'operator', 'auditor')),
    change text not null check (change in ('grant', 'revoke')),
    reason text not null,
    asked_by bigint not null references identity.person,
    asked_at timestamptz not null,
    state text not null check (state in ('open', 'approved', 'refused')),
    decided_by bigint references identity.person,
    decided_at timestamptz,
    single_handed boolean not null default false,
    check ((state = 'open') = (decided_by is null)),
    check (decided_by is distinct from asked_by or single_handed)
);
create unique index role_request_open on identity.role_request (person, role, change) where state = 'open';
create index role_request_person on identity.role_request (person);
