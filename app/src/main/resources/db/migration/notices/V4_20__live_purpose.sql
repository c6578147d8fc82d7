-- Live rooms are a purpose of their own; until now they went with who follows, so what was chosen for that is kept for them.
update notices.preference
   set inbox = array_append(inbox, 'live')
 where 'following' = any(inbox)
   and not 'live' = any(inbox);
update notices.preference
   set mail = array_append(mail, 'live')
 where 'following' = any(mail)
   and not 'live' = any(mail);
