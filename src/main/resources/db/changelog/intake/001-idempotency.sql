--liquibase formatted sql

--changeset tierline:intake-001
create table idempotency_key (
  login      varchar(64)  not null,
  key        varchar(200) not null,
  body_hash  bytea        not null,
  case_id    bigint       references support_case,
  created_at timestamptz  not null,
  primary key (login, key)
);
comment on table idempotency_key is 'an opening that is sent twice answers the first case again, for 24 hours';
create index idempotency_key_created on idempotency_key (created_at);
