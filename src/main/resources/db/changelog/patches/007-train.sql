--liquibase formatted sql

--changeset tierline:patches-013-train
create table release_train (
  id                  bigint generated always as identity primary key,
  name                varchar(60)  not null check (name <> '' and name = btrim(name)),
  kind                varchar(20)  not null check (kind in ('hotfix', 'patch', 'service-pack')),
  track               varchar(20)  not null check (track in ('regular', 'accelerated')),
  weekday             smallint     not null check (weekday between 1 and 7),
  every_weeks         smallint     not null check (every_weeks between 1 and 52),
  from_day            date         not null,
  freeze_working_days smallint     not null check (freeze_working_days between 0 and 60),
  time_zone           varchar(64)  not null,
  country             varchar(2),
  ahead               smallint     not null check (ahead between 1 and 26),
  changed_at          timestamptz  not null,
  changed_by          varchar(254) not null
);
comment on table release_train is 'a rule that plans releases ahead, such as every second Tuesday';
comment on column release_train.country is 'whose public holidays are skipped; null: none';
create unique index release_train_name on release_train (lower(name));

alter table release
  add column train_id  bigint references release_train on delete set null,
  add column train_day date,
  add column freeze_at timestamptz;
comment on column release.train_day is 'the day by the rule: planned once, also if it was moved or withdrawn since';
create unique index release_train_day on release (train_id, train_day);

--changeset tierline:patches-014-notes-and-freeze
alter table release add column generated_notes text;
comment on column release.generated_notes is 'made from its defects when it was published';
alter table release_defect add column reason text;
comment on column release_defect.reason is 'why it was planned for a release that was frozen already';
