--liquibase formatted sql

--changeset tierline:desk-001-draft
create table draft (
  case_id    bigint      not null references support_case,
  login      varchar(64) not null,
  kind       varchar(10) not null check (kind in ('public', 'internal')),
  body       text        not null,
  changed_at timestamptz not null,
  primary key (case_id, login, kind)
);
comment on table draft is 'what a technician has written and not sent; it stays whoever owns the case (F26)';

--changeset tierline:desk-002-presence
create unlogged table presence (
  case_id bigint      not null,
  login   varchar(64) not null,
  seat    varchar(36) not null,
  doing   varchar(10) not null check (doing in ('looking', 'writing')),
  seen_at timestamptz not null,
  primary key (case_id, login, seat)
);
comment on table presence is 'who has a case open right now: heartbeats that nobody needs after a crash';
create index presence_seen on presence (seen_at);

--changeset tierline:desk-003-canned-text
create table canned_text (
  name       varchar(100) primary key check (name <> '' and name = btrim(name)),
  body       text         not null,
  changed_at timestamptz  not null,
  changed_by varchar(64)  not null
);
comment on table canned_text is 'answers to begin with; {{placeholders}} are filled in with the case''s facts';

insert into canned_text (name, body, changed_at, changed_by) values
  ('First answer', E'Dear {{contact.name}},\n\nthank you for your report. We have begun to work on case {{number}} and solve it by {{resolution.dueAt}}.\n\n{{technician}}', now(), 'Tierline'),
  ('Ask for log files', E'Dear {{contact.name}},\n\nplease send us the log files of {{product}} from the time when it happened: just answer this mail. Case {{number}} waits for them.\n\n{{technician}}', now(), 'Tierline'),
  ('Product team', E'Dear {{contact.name}},\n\nour product team works on case {{number}} now. You hear from them by {{update.dueAt}}.\n\n{{technician}}', now(), 'Tierline');
