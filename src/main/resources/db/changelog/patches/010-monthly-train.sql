--liquibase formatted sql

--changeset tierline:patches-016-monthly-train
alter table release_train
  alter column every_weeks drop not null,
  add column week_of_month varchar(10) check (week_of_month in ('first', 'second', 'third', 'fourth', 'last')),
  add constraint release_train_rhythm check ((every_weeks is null) <> (week_of_month is null));
comment on column release_train.week_of_month is 'the second tuesday of each month, say; null: every so many weeks';
