--liquibase formatted sql

--changeset tierline:customers-011-former-name
create table former_name (
  name       varchar(200) not null check (name <> '' and name = btrim(name)),
  company_id bigint       not null references company,
  until      timestamptz  not null
);
comment on table former_name is 'what a company was called before: finds it until another company takes the name';
create unique index former_name_name on former_name (lower(name));
create index former_name_company on former_name (company_id);
