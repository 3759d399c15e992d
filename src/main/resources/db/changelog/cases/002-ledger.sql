--liquibase formatted sql

--changeset tierline:cases-010-ledger
alter table clock add column table_version int;
alter table clock add column period int not null default 1;
alter table clock add column paused_why text;
comment on column clock.table_version is 'version of the table sla-targets by which it is promised';
comment on column clock.period is 'counts the beginnings from nothing: each answer starts the update clock anew';
alter table clock_segment add column period int not null default 1;
alter table clock_segment add column calendar varchar(10) not null default 'site' check (calendar in ('site', 'always'));
alter table clock_segment add column working_ms bigint not null default 0 check (working_ms >= 0);
comment on column clock_segment.working_ms is 'working time that it counted, in milliseconds, by the calendar as it was then; 0 when paused';
