--liquibase formatted sql

--changeset tierline:patches-003-description
alter table defect add column affected_versions varchar(500);
comment on column defect.affected_versions is 'separated by comma and blank';

create table defect_description (
  id                bigint generated always as identity primary key,
  defect_id         bigint       not null references defect,
  at                timestamptz  not null,
  who               varchar(254) not null,
  why               text         not null,
  title             varchar(200) not null,
  product           varchar(200),
  affected_versions varchar(500)
);
comment on table defect_description is 'how a defect was described anew; what it is called now stands in defect';
create index defect_description_defect on defect_description (defect_id, id);

--changeset tierline:patches-003-search
-- Whoever meets a known defect has other words for it: its title, its workaround and what customers called it are searched.
-- Stems find "stops" by "stopped"; words as they are find all other languages.
alter table defect add column search tsvector generated always as (
  setweight(to_tsvector('simple', 'DF-' || id || ' ' || title), 'A') || setweight(to_tsvector('english', title), 'A')
  || setweight(to_tsvector('simple', coalesce(product, '') || ' ' || coalesce(affected_versions, '')), 'C')) stored;
create index defect_search on defect using gin (search);

alter table defect_workaround add column search tsvector generated always as (
  to_tsvector('simple', body) || to_tsvector('english', body)) stored;
create index defect_workaround_search on defect_workaround using gin (search);

alter table defect_case add column symptom varchar(200);
comment on column defect_case.symptom is 'the subject of the case: what the customer calls the defect';
update defect_case t set symptom = c.subject from support_case c where c.id = t.case_id;
alter table defect_case add column search tsvector generated always as (
  to_tsvector('simple', coalesce(symptom, '')) || to_tsvector('english', coalesce(symptom, ''))) stored;
create index defect_case_search on defect_case using gin (search);
create index defect_case_history on defect_case (defect_id, id);

--changeset tierline:patches-003-merger
alter table defect add column merged_into bigint references defect check (merged_into <> id);
comment on column defect.merged_into is 'the defect that it is a duplicate of; it is rejected then';
create index defect_merged on defect (merged_into) where merged_into is not null;

--changeset tierline:patches-003-workaround
create table workaround_notice (
  workaround_id bigint      not null references defect_workaround,
  case_id       bigint      not null references support_case,
  requested_at  timestamptz not null,
  done_at       timestamptz,
  told          boolean     not null default false,
  fault         varchar(500),
  primary key (workaround_id, case_id)
);
comment on table workaround_notice is 'each case that waits is told a workaround once';
create index workaround_notice_due on workaround_notice (workaround_id, case_id) where done_at is null;
create index workaround_notice_case on workaround_notice (case_id);

--changeset tierline:patches-003-ruling
alter table defect_ruling add column vehicle varchar(20) check (vehicle in ('hotfix', 'patch', 'service-pack'));
alter table defect_ruling add column track varchar(20) check (track in ('regular', 'accelerated'));
comment on table defect_ruling is 'a release manager overrules what the table decides; the newest counts, and what is null there the table decides';
