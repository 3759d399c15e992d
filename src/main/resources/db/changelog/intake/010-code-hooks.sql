--liquibase formatted sql

--changeset tierline:intake-010-code-hooks
create table code_hook (
  name          varchar(64)  primary key,
  host          varchar(10)  not null check (host in ('github', 'gitlab')),
  secret        varchar(200) not null,
  saved_at      timestamptz  not null,
  saved_by      varchar(64)  not null,
  last_heard_at timestamptz
);
comment on table code_hook is 'code hosts that may call; the secret seals their calls';

create table code_call (
  hook        varchar(64) not null,
  fingerprint bytea       not null,
  at          timestamptz not null,
  primary key (hook, fingerprint)
);
comment on table code_call is 'what was heard: the same is heard once, whoever sends it again';
--rollback drop table code_call; drop table code_hook;
