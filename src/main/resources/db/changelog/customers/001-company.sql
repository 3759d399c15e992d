--liquibase formatted sql

--changeset tierline:customers-001
create table company (
  id               bigint generated always as identity primary key,
  name             varchar(200) not null check (name <> '' and name = btrim(name)),
  plan             varchar(20)  not null check (plan in ('standard', 'premium', 'premium-plus')),
  priority_updates boolean      not null,
  time_zone        varchar(64)  not null,
  country          varchar(2),
  hours            jsonb        not null,
  holidays         jsonb        not null,
  verified_at      timestamptz,
  created_at       timestamptz  not null
);
comment on column company.verified_at is 'when a person confirmed it; null for one that its first case made';
create unique index company_name on company (lower(name));
