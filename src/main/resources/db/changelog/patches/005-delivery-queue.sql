--liquibase formatted sql

--changeset tierline:patches-011-delivery-queue
alter table delivery
  add column state varchar(20) not null default 'done' check (state in ('queued', 'done', 'failed', 'dropped', 'recalled')),
  add column queued_at timestamptz,
  add column next_attempt_at timestamptz,
  add column attempts int not null default 0,
  add column why text,
  alter column delivered_at drop not null;
alter table delivery alter column state drop default;
comment on column delivery.state is 'dropped: the case did not wait any more; recalled: the release was withdrawn after it';
comment on column delivery.why is 'what went wrong the last time, or why it was dropped';
create index delivery_queue on delivery (next_attempt_at, id) where state in ('queued', 'failed');
create index delivery_open on delivery (defect_id, release_id) where state in ('queued', 'failed');
drop index delivery_release;
create index delivery_release on delivery (release_id, id desc);

alter table release_defect add column delivering_since timestamptz;
comment on column release_defect.delivering_since is 'the defect''s process waits until all that was queued is delivered';
create index release_defect_delivering on release_defect (defect_id) where delivering_since is not null;
