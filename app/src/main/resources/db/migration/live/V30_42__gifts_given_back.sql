-- Operators read what did not stay with a host by its state.
create index gift_gone on live.gift (state, id desc) where state in ('returned', 'lapsed');
