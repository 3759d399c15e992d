--liquibase formatted sql

--changeset tierline:cases-012-grace
alter table clock add column floor_ms bigint not null default 0 check (floor_ms >= 0);
comment on column clock.floor_ms is 'used time before which it is not due: a reopened case has a working hour''s grace';
-- The update clock of a resolved case rests, and goes on when the case is reopened.
update clock set ended_at = null from support_case c
where c.id = clock.case_id and clock.target = 'update' and clock.ended_at is not null and c.status in ('resolved', 'closed');
