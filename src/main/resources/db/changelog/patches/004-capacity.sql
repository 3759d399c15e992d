--liquibase formatted sql

--changeset tierline:patches-004-capacity
alter table release add column capacity int check (capacity between 0 and 9999);
comment on column release.capacity is 'how many defects it should bring at most; null: nobody has said';
create index release_coming on release (planned_for, id) where state <> 'published';
