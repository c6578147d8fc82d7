-- Friends of friends are counted from the index alone: whom somebody follows, the latest first.
create index follow_circle on identity.follow (follower, id desc) include (followed);
create index follow_fellows on identity.follow (followed, id desc) include (follower);
drop index identity.follow_following;
drop index identity.follow_followers;
