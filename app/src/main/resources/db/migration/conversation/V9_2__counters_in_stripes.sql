-- One row a work made each like wait for the one before it to be on disk; by the person's stripe most have a row of their own.
-- Each row counts what people of its stripe did, so none is ever negative.
create table conversation.stripe (
    work       bigint   not null,
    stripe     smallint not null check (stripe between 0 and 16),
    likes      bigint   not null default 0 check (likes >= 0),
    favourites bigint   not null default 0 check (favourites >= 0),
    comments   bigint   not null default 0 check (comments >= 0),
    primary key (work, stripe)
);

insert into conversation.stripe (work, stripe, likes, favourites, comments)
select work, person % 17, sum(likes), sum(favourites), sum(comments)
  from (select work, person, (kind = 'like')::int as likes, (kind = 'favourite')::int as favourites, 0 as comments
          from conversation.reaction
         where kind in ('like', 'favourite')
        union all
        select work, author, 0, 0, 1
          from conversation.comment
         where shown
           and not deleted) counted
 group by work, person % 17;

drop table conversation.counter;
