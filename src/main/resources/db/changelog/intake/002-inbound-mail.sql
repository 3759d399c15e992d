--liquibase formatted sql

--changeset tierline:intake-002
create table inbound_mail (
  id              bigint generated always as identity primary key,
  message_id      varchar(998) not null unique,
  sender          varchar(254),
  subject         varchar(200) not null,
  size            bigint       not null,
  raw             bytea,
  state           varchar(10)  not null check (state in ('received', 'done', 'put-aside', 'ignored')),
  why             text,
  case_id         bigint       references support_case,
  opened          boolean      not null default false,
  received_at     timestamptz  not null,
  finished_at     timestamptz,
  copies          int          not null default 0,
  attempts        int          not null default 0,
  next_attempt_at timestamptz  not null,
  released        boolean      not null default false
);
comment on table inbound_mail is 'each mail from outside once, whatever crashes when: stored first, worked on after';
comment on column inbound_mail.message_id is 'as the mail says, or sha256:... of a mail that has none';
comment on column inbound_mail.raw is 'the mail as it came; gone when it has become a case or message, only headers if it was too large';
comment on column inbound_mail.copies is 'how often the same mail came again';
comment on column inbound_mail.opened is 'whether it opened a case, rather than joined one';
comment on column inbound_mail.next_attempt_at is 'of received ones: when a node may take it; one that has taken it moves this ahead';
comment on column inbound_mail.released is 'a person wants it filed, whatever it was put aside for';
alter table inbound_mail alter column raw set storage external;
create index inbound_mail_queue on inbound_mail (next_attempt_at, id) where state = 'received';
create index inbound_mail_state on inbound_mail (state, id);
create index inbound_mail_sender on inbound_mail (lower(sender), finished_at) where state = 'done';

create table mail_folder (
  name         varchar(500) primary key,
  uid_validity bigint,
  last_uid     bigint      not null default 0,
  since        timestamptz not null default now(),
  reader       varchar(36) not null,
  reader_until timestamptz not null
);
comment on table mail_folder is 'how far a mailbox is read, and which node reads it';
comment on column mail_folder.since is 'first contact: what a person had read before that is none of ours';
comment on column mail_folder.reader_until is 'the lease of the node that reads; over, another one takes over';
