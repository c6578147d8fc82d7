create schema history;

-- Parts of a demo world's past, each told once under its key. A lane gives its ids a place that no other part has, so a part that was
-- told to the log and not kept here, because the power went, tells the same again.
create table history.batch (
    lane    smallint primary key check (lane between 0 and 4095),
    key     text not null unique check (length(key) between 1 and 100),
    kept_at timestamptz
);
