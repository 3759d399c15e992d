--liquibase formatted sql

--changeset tierline:patches-001-defect
create sequence defect_number start with 1001;

create table defect (
  id          bigint primary key,
  title       varchar(200) not null,
  product     varchar(200),
  state       varchar(20)  not null check (state in ('reported', 'ranked', 'in-development', 'in-verification', 'fixed', 'released', 'rejected')),
  reported_at timestamptz  not null,
  reported_by varchar(254) not null
);
create index defect_state on defect (state, id desc);

create table defect_step (
  id        bigint generated always as identity primary key,
  defect_id bigint       not null references defect,
  state     varchar(20)  not null,
  at        timestamptz  not null,
  who       varchar(254) not null,
  note      text
);
comment on table defect_step is 'every change of a defect''s state, with the words of whoever made it';
create index defect_step_defect on defect_step (defect_id, id);

create table defect_workaround (
  id        bigint generated always as identity primary key,
  defect_id bigint       not null references defect,
  at        timestamptz  not null,
  who       varchar(254) not null,
  body      text         not null
);
comment on table defect_workaround is 'what helps until the patch is there; the newest counts';
create index defect_workaround_defect on defect_workaround (defect_id, id);

--changeset tierline:patches-002-rank
create table defect_rank (
  id               bigint generated always as identity primary key,
  defect_id        bigint       not null references defect,
  rank             int          not null,
  vehicle          varchar(20)  not null check (vehicle in ('hotfix', 'patch', 'service-pack')),
  track            varchar(20)  not null check (track in ('regular', 'accelerated')),
  severity         smallint     not null check (severity between 1 and 4),
  companies        int          not null,
  best_plan        varchar(20)  not null,
  priority_updates boolean      not null,
  due_at           timestamptz,
  at               timestamptz  not null,
  who              varchar(254) not null,
  why              text
);
comment on table defect_rank is 'each ranking and what it was decided from; the newest counts';
comment on column defect_rank.due_at is 'to prioritise by; null: with the next release';
create index defect_rank_defect on defect_rank (defect_id, id);

--changeset tierline:patches-003-tie
create table defect_case (
  id         bigint generated always as identity primary key,
  defect_id  bigint       not null references defect,
  case_id    bigint       not null references support_case,
  tied_at    timestamptz  not null,
  tied_by    varchar(254) not null,
  reason     text         not null,
  untied_at  timestamptz,
  untied_by  varchar(254),
  untied_why text
);
comment on table defect_case is 'which case waits for which defect (R13); an ended tie stays as history';
create unique index defect_case_open on defect_case (case_id) where untied_at is null;
create index defect_case_defect on defect_case (defect_id, id) where untied_at is null;

--changeset tierline:patches-004-release
create table release (
  id           bigint generated always as identity primary key,
  name         varchar(100) not null check (name <> '' and name = btrim(name)),
  kind         varchar(20)  not null check (kind in ('hotfix', 'patch', 'service-pack')),
  track        varchar(20)  not null check (track in ('regular', 'accelerated')),
  planned_for  date,
  notes        text,
  download_url varchar(2000),
  state        varchar(20)  not null check (state in ('planned', 'approved', 'published')),
  planned_at   timestamptz  not null,
  planned_by   varchar(254) not null,
  published_at timestamptz,
  published_by varchar(254)
);
create unique index release_name on release (lower(name));
create index release_state on release (state, id desc);

create table release_approval (
  id         bigint generated always as identity primary key,
  release_id bigint       not null references release,
  approved   boolean      not null,
  at         timestamptz  not null,
  who        varchar(254) not null,
  note       text
);
comment on table release_approval is 'who let the release go to customers, or did not, and why';
create index release_approval_release on release_approval (release_id, id);

create table release_defect (
  id           bigint generated always as identity primary key,
  release_id   bigint       not null references release,
  defect_id    bigint       not null references defect,
  early        boolean      not null default false,
  planned_at   timestamptz  not null,
  planned_by   varchar(254) not null,
  withdrawn_at timestamptz,
  withdrawn_by varchar(254),
  withdrawn_why text
);
comment on table release_defect is 'which release brings the fix of which defect';
comment on column release_defect.early is 'a hotfix for companies with priority updates, besides the release for all (R15)';
create unique index release_defect_plan on release_defect (defect_id) where withdrawn_at is null and not early;
create unique index release_defect_once on release_defect (release_id, defect_id) where withdrawn_at is null;

--changeset tierline:patches-005-delivery
create table delivery (
  id           bigint generated always as identity primary key,
  case_id      bigint      not null references support_case,
  defect_id    bigint      not null references defect,
  release_id   bigint      not null references release,
  tie_id       bigint      not null references defect_case,
  delivered_at timestamptz not null,
  unique (case_id, defect_id, release_id)
);
comment on table delivery is 'each case gets the fix of its defect once per release';
comment on column delivery.tie_id is 'the wait that this delivery ended: a case tied anew waits again';
create index delivery_tie on delivery (tie_id);
create index delivery_release on delivery (release_id);
