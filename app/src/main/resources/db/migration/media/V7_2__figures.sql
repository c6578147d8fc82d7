-- Figures of a film's picture and sound by their names; null for films packaged before they were taken.
alter table media.packages add column figures jsonb;
