--liquibase formatted sql

--changeset tierline:alerts-003-retry
alter table notice add column retried_at timestamptz, add column retried_by varchar(64);
comment on column notice.retried_at is 'a person let a failed notice go out again: attempts and patience count from then';
