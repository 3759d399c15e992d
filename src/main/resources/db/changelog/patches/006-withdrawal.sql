--liquibase formatted sql

--changeset tierline:patches-012-withdrawal
alter table release
  drop constraint release_state_check,
  add constraint release_state_check check (state in ('planned', 'approved', 'published', 'withdrawn')),
  add column withdrawn_at timestamptz,
  add column withdrawn_by varchar(254),
  add column withdrawn_why text,
  add constraint release_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawn_why is not null));
