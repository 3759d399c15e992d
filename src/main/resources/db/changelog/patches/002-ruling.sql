--liquibase formatted sql

--changeset tierline:patches-006-ruling
create table defect_ruling (
  id        bigint generated always as identity primary key,
  defect_id bigint       not null references defect,
  rank      int          check (rank between 1 and 99),
  at        timestamptz  not null,
  who       varchar(254) not null,
  why       text         not null
);
comment on table defect_ruling is 'a release manager overrules the table''s rank; the newest counts, null: the table decides again';
create index defect_ruling_defect on defect_ruling (defect_id, id);
