--liquibase formatted sql

--changeset tierline:patches-015-progress-note
create table defect_progress_note (
  id        bigint generated always as identity primary key,
  defect_id bigint       not null references defect,
  step_id   bigint       not null references defect_step,
  state     varchar(20)  not null,
  at        timestamptz  not null,
  who       varchar(254) not null,
  body      text
);
comment on table defect_progress_note is 'where a defect stands, in the customers'' words; the newest counts, while the defect is in the state that it was written for';
comment on column defect_progress_note.step_id is 'the newest step of the defect when it was written: a later one to another state ends it';
comment on column defect_progress_note.body is 'null: it was taken back';
create index defect_progress_note_defect on defect_progress_note (defect_id, id);

--changeset tierline:patches-015-progress-report
create table progress_report (
  id          bigint generated always as identity primary key,
  case_id     bigint      not null references support_case,
  defect_id   bigint      not null references defect,
  at          timestamptz not null,
  state       varchar(20) not null,
  release     varchar(100),
  expected_on date
);
comment on table progress_report is 'what each report has told: a later day is a delay to whom the earlier was told';
create index progress_report_case on progress_report (case_id, id);

--changeset tierline:patches-015-progress-request
create table progress_request (
  id        bigint generated always as identity primary key,
  defect_id bigint       not null references defect,
  at        timestamptz  not null,
  who       varchar(254) not null,
  key       varchar(255)
);
comment on table progress_request is 'somebody wants all that wait for a defect to be told now';
comment on column progress_request.key is 'by the caller: the same key asks for nothing more';
create index progress_request_defect on progress_request (defect_id, id);
create unique index progress_request_key on progress_request (who, key) where key is not null;

create table progress_notice (
  request_id bigint  not null references progress_request,
  case_id    bigint  not null references support_case,
  done_at    timestamptz,
  told       boolean not null default false,
  why        varchar(500),
  primary key (request_id, case_id)
);
comment on table progress_notice is 'each case is told once for a request; why: it was not';
create index progress_notice_due on progress_notice (request_id, case_id) where done_at is null;
create index progress_notice_case on progress_notice (case_id) where done_at is null;
