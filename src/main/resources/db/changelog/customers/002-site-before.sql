--liquibase formatted sql

--changeset tierline:customers-010-site-before
create table site_before (
  id         bigint generated always as identity primary key,
  company_id bigint      not null references company,
  until      timestamptz not null,
  time_zone  varchar(60) not null,
  country    varchar(2),
  hours      jsonb       not null,
  holidays   jsonb       not null
);
comment on table site_before is 'where and when a company worked until its site was changed: what was counted by then stays counted so';
create index site_before_company on site_before (company_id, id);
