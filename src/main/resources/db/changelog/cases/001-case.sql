--liquibase formatted sql

--changeset tierline:cases-001-case
create sequence case_number start with 100001;

create table support_case (
  id            bigint primary key,
  status        varchar(20)  not null check (status in ('open', 'waiting-for-customer', 'waiting-for-patch', 'resolved', 'closed', 'withdrawn', 'merged')),
  tier          smallint     not null check (tier between 1 and 3),
  severity      smallint     check (severity between 1 and 4),
  impact        varchar(10)  not null,
  urgency       varchar(10)  not null,
  plan          varchar(20)  not null,
  company_id    bigint       not null references company,
  company       varchar(200) not null,
  contact_name  varchar(200) not null,
  contact_email varchar(254) not null,
  contact_phone varchar(50),
  product       varchar(200),
  channel       varchar(10)  not null,
  subject       varchar(200) not null,
  details       text         not null,
  opened_at     timestamptz  not null,
  resolved_at   timestamptz,
  closed_at     timestamptz,
  solved_by     smallint     check (solved_by between 1 and 3),
  assignee      varchar(64),
  handoff_mode  varchar(10),
  merged_into   bigint       references support_case,
  follows       bigint       references support_case,
  search        tsvector     generated always as (to_tsvector('simple', 'SC-' || id || ' ' || id || ' ' || company || ' ' || subject || ' ' || details)) stored
);
comment on column support_case.company is 'the name at opening: names do not change, and lists need no join';
comment on column support_case.follows is 'the withdrawn case whose customer wrote again';

-- GET /api/cases: newest first, filtered
create index support_case_status on support_case (status, id desc);
create index support_case_company on support_case (company, id desc);
create index support_case_search on support_case using gin (search);

--changeset tierline:cases-002-conversation
create table message (
  id         bigint generated always as identity primary key,
  case_id    bigint      not null references support_case,
  at         timestamptz not null,
  author     varchar(10) not null check (author in ('staff', 'customer')),
  who        varchar(254) not null,
  visibility varchar(10) not null check (visibility in ('public', 'internal')),
  body       text        not null,
  delivery   varchar(10) not null check (delivery in ('none', 'queued', 'sent', 'bounced', 'failed')),
  search     tsvector    generated always as (to_tsvector('simple', body)) stored
);
create index message_case on message (case_id, id);
create index message_search on message using gin (search);
-- the delivery picks up what is queued, oldest first
create index message_queue on message (id) where delivery = 'queued';

--changeset tierline:cases-003-timeline
create table timeline (
  id      bigint generated always as identity primary key,
  case_id bigint       not null references support_case,
  at      timestamptz  not null,
  what    varchar(20)  not null,
  who     varchar(254) not null,
  why     text
);
create index timeline_case on timeline (case_id, id);

--changeset tierline:cases-004-steps
create table escalation (
  id        bigint generated always as identity primary key,
  case_id   bigint      not null references support_case,
  from_tier smallint    not null,
  to_tier   smallint    not null,
  reason    varchar(30) not null check (reason in ('target-resolution-time', 'requested')),
  mode      varchar(10) not null check (mode in ('direct', 'together')),
  note      text,
  at        timestamptz not null,
  who       varchar(254) not null
);
create index escalation_case on escalation (case_id, id);

create table resolution (
  id         bigint generated always as identity primary key,
  case_id    bigint      not null references support_case,
  kind       varchar(10) not null check (kind in ('fix', 'workaround', 'other')),
  summary    text        not null,
  tier       smallint    not null,
  at         timestamptz not null,
  who        varchar(254) not null,
  confirm_by timestamptz not null,
  held_since timestamptz,
  ended_at   timestamptz,
  ended_why  text
);
comment on column resolution.held_since is 'the customer wrote: the confirmation period waits for the follow-up';
comment on column resolution.ended_at is 'the customer disagreed or came back; null for the resolution that holds';
create unique index resolution_in_force on resolution (case_id) where ended_at is null;

create table question (
  id          bigint generated always as identity primary key,
  case_id     bigint      not null references support_case,
  asked_at    timestamptz not null,
  asked_by    varchar(254) not null,
  reminders   smallint    not null default 0,
  remind_at   timestamptz not null,
  answered_at timestamptz,
  silent_at   timestamptz
);
comment on column question.silent_at is 'three reminders stayed unanswered: the case went back to the technician';
create unique index question_open on question (case_id) where answered_at is null and silent_at is null;

create table call_wish (
  id         bigint generated always as identity primary key,
  case_id    bigint      not null references support_case,
  wished_for timestamptz not null,
  at         timestamptz not null
);
comment on table call_wish is 'a customer asked to be called back; the newest counts';
create index call_wish_case on call_wish (case_id, id desc);

create table call_attempt (
  id      bigint generated always as identity primary key,
  wish_id bigint      not null references call_wish,
  at      timestamptz not null,
  who     varchar(254) not null,
  reached boolean     not null,
  note    text
);
create index call_attempt_wish on call_attempt (wish_id);

create table technician (
  case_id bigint      not null references support_case,
  tier    smallint    not null,
  login   varchar(64) not null,
  primary key (case_id, tier)
);
comment on table technician is 'who had the case last in each tier: a returning case goes to the same person';

--changeset tierline:cases-005-clocks
create table clock (
  id            bigint generated always as identity primary key,
  case_id       bigint      not null references support_case,
  target        varchar(10) not null check (target in ('response', 'update', 'resolution')),
  calendar      varchar(10) not null check (calendar in ('site', 'always')),
  promised_ms   bigint      not null check (promised_ms > 0),
  used_ms       bigint      not null default 0 check (used_ms >= 0),
  started_at    timestamptz not null,
  running_since timestamptz,
  paused_since  timestamptz,
  due_at        timestamptz,
  warn_at       timestamptz,
  breached_at   timestamptz,
  met_at        timestamptz,
  ended_at      timestamptz,
  deadline_no   int         not null default 1,
  unique (case_id, target)
);
comment on column clock.used_ms is 'working time used before running_since, in milliseconds';
comment on column clock.deadline_no is 'counts the deadlines this clock has had: restarts and new promises make new ones';

create table clock_segment (
  id       bigint generated always as identity primary key,
  clock_id bigint      not null references clock,
  kind     varchar(10) not null check (kind in ('running', 'paused')),
  from_at  timestamptz not null,
  to_at    timestamptz not null,
  reason   text
);
comment on table clock_segment is 'the ledger: what a clock did until its row''s running_since or paused_since';
create index clock_segment_clock on clock_segment (clock_id, id);

create table clock_alarm (
  clock_id    bigint      not null references clock,
  deadline_no int         not null,
  level       varchar(10) not null check (level in ('warned', 'breached', 'escalated')),
  due_at      timestamptz not null,
  at          timestamptz not null,
  primary key (clock_id, deadline_no, level)
);
comment on table clock_alarm is 'each level of a deadline acts once, whatever fires how often';
