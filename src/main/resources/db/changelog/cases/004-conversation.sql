--liquibase formatted sql

--changeset tierline:cases-012-participants
create table participant (
  id          bigint generated always as identity primary key,
  case_id     bigint       not null references support_case,
  email       varchar(254) not null,
  name        varchar(200),
  role        varchar(10)  not null check (role in ('contact', 'cc')),
  token       varchar(32)  not null default replace(gen_random_uuid()::text, '-', ''),
  bounced_at  timestamptz,
  bounced_why text
);
comment on table participant is 'who takes part in a case by mail: the contact from its opening on, and those in copy';
comment on column participant.token is 'stands in the reply address of their letters; random, so that nobody can guess it';
create unique index participant_email on participant (case_id, lower(email));
create unique index participant_token on participant (token);
insert into participant (case_id, email, name, role)
  select id, contact_email, contact_name, 'contact' from support_case;

--changeset tierline:cases-013-mail
alter table message add column channel varchar(10) not null default 'api'
  check (channel in ('web', 'email', 'chat', 'phone', 'api'));
alter table message add column occasion varchar(20)
  check (occasion in ('acknowledged', 'answered', 'asked', 'reminder', 'escalated', 'progress-report', 'fix-available',
  'resolved', 'closed', 'survey'));
alter table message add column html text;
alter table message add column message_id varchar(998);
alter table message add column in_reply_to varchar(998);
alter table message add column delivery_why text;
alter table message add column attempts int not null default 0;
alter table message add column next_attempt_at timestamptz;
alter table message add column delivered_at timestamptz;
comment on column message.occasion is 'why it goes out: chooses the template around the body; null for what does not';
comment on column message.html is 'of an incoming mail, sanitised; body has the same as text';
comment on column message.message_id is 'RFC 5322; given before the first attempt, so that a repeat is the same mail';
comment on column message.next_attempt_at is 'of queued ones: when a node may take it; one that has taken it moves this ahead';
create unique index message_message_id on message (message_id) where message_id is not null;
-- Until now there was no mail: what was queued long ago must not arrive now.
update message set delivery = 'none', delivery_why = 'written before there was mail' where delivery = 'queued';
drop index message_queue;
create index message_queue on message (next_attempt_at, id) where delivery = 'queued';
create index message_queue_of_case on message (case_id, id) where delivery = 'queued';
create index message_undelivered on message (id) where delivery in ('failed', 'bounced');

create table message_copy (
  message        bigint      not null references message,
  participant_id bigint      not null references participant,
  state          varchar(10) not null check (state in ('sent', 'bounced', 'failed')),
  why            text,
  at             timestamptz not null,
  primary key (message, participant_id)
);
comment on table message_copy is 'which participants a letter has reached: whoever stands here gets it no more';

create table first_mail (
  case_id    bigint       primary key references support_case,
  message_id varchar(998) not null unique,
  html       text
);
comment on table first_mail is 'the mail that opened a case; its text is the case''s details';

--changeset tierline:cases-014-attachments
create table attachment (
  id      bigint generated always as identity primary key,
  case_id bigint       not null references support_case,
  message bigint       references message,
  name    varchar(255) not null,
  type    varchar(127) not null,
  size    bigint       not null,
  at      timestamptz  not null,
  who     varchar(254) not null
);
comment on column attachment.message is 'null: it came with the opening of the case';
comment on column attachment.type is 'found out from the content, whatever the sender said';
create index attachment_case on attachment (case_id, id);

create table attachment_chunk (
  attachment_id bigint not null references attachment on delete cascade,
  no            int    not null,
  bytes         bytea  not null,
  primary key (attachment_id, no)
);
-- Files are mostly compressed already: TOAST would only burn time on them.
alter table attachment_chunk alter column bytes set storage external;
