--liquibase formatted sql

--changeset tierline:cases-011-repromise
create table repromise (
  id          bigint generated always as identity primary key,
  why         varchar(500) not null,
  who         varchar(254) not null,
  changed_at  timestamptz  not null,
  site_before bigint       references site_before,
  total       int          not null,
  finished_at timestamptz
);
comment on table repromise is 'a plan, a site or the table of targets was changed: the open cases are promised anew, a batch at a time';

create table repromise_case (
  repromise_id bigint  not null references repromise,
  case_id      bigint  not null references support_case,
  done_at      timestamptz,
  moved        boolean,
  fault        varchar(500),
  primary key (repromise_id, case_id)
);
create index repromise_case_waiting on repromise_case (repromise_id, case_id) where done_at is null;
create index repromise_unfinished on repromise (id) where finished_at is null;
