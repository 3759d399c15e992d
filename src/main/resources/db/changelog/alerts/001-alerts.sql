--liquibase formatted sql

--changeset tierline:alerts-001-chain
create table chain_step (
  level     varchar(10) not null check (level in ('warned', 'breached')),
  no        int         not null check (no > 0),
  recipient varchar(80) not null,
  delay_ms  bigint      not null check (delay_ms >= 0),
  primary key (level, no)
);
comment on table chain_step is 'who hears of a warning or breach, in order: alerts that come later follow it';
comment on column chain_step.delay_ms is 'working time of the clock''s calendar since the step before';
insert into chain_step (level, no, recipient, delay_ms) values
  ('warned', 1, 'technician', 0), ('warned', 2, 'lead', 3600000), ('warned', 3, 'supervisors', 3600000),
  ('breached', 1, 'technician', 0), ('breached', 2, 'lead', 0), ('breached', 3, 'supervisors', 0),
  ('breached', 4, 'lead', 3600000), ('breached', 5, 'supervisors', 3600000);

create table tier_lead (
  tier  smallint    primary key check (tier between 1 and 3),
  login varchar(64) not null
);

create table duty_shift (
  id      bigint generated always as identity primary key,
  rota    varchar(64) not null,
  login   varchar(64) not null,
  from_at timestamptz not null,
  to_at   timestamptz not null,
  check (from_at < to_at)
);
comment on column duty_shift.rota is 'a group, or tier1-lead to tier3-lead; a rota without shifts: everybody is on duty';
create index duty_shift_rota on duty_shift (rota, from_at);

create table contact_way (
  group_id        varchar(64) primary key,
  mail            text[]      not null default '{}',
  web_hook        varchar(2000),
  web_hook_secret varchar(200)
);
comment on column contact_way.web_hook_secret is 'no constraint looks at it: a refused row would be logged with it';
comment on column contact_way.mail is 'addresses of the group; none: each member by the address of the login';

--changeset tierline:alerts-002-alert
create table alert (
  id              bigint generated always as identity primary key,
  case_id         bigint      not null references support_case,
  target          varchar(10) not null check (target in ('response', 'update', 'resolution')),
  deadline_no     int         not null,
  level           varchar(10) not null check (level in ('warned', 'breached')),
  calendar        varchar(10) not null check (calendar in ('site', 'always')),
  passed_at       timestamptz not null,
  due_at          timestamptz not null,
  raised_at       timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by varchar(64),
  note            text,
  ended_at        timestamptz,
  ended_why       varchar(200),
  unique (case_id, target, deadline_no, level)
);
comment on table alert is 'a warning or breach that people are told of; each level of a deadline once (F11, F28)';
comment on column alert.passed_at is 'the instant that raised it: of the warning, or the due instant';
comment on column alert.due_at is 'the due instant of the target';
create index alert_open on alert (id desc) where acknowledged_at is null and ended_at is null;

create table alert_step (
  alert_id  bigint      not null references alert,
  no        int         not null,
  recipient varchar(80) not null,
  delay_ms  bigint      not null,
  due_at    timestamptz,
  taken_at  timestamptz,
  told      varchar(500),
  skipped   varchar(500),
  primary key (alert_id, no)
);
comment on column alert_step.due_at is 'null: the step before is not taken yet, or nothing follows any more';
create index alert_step_due on alert_step (due_at, alert_id, no) where taken_at is null and due_at is not null;

create table notice (
  id              bigint generated always as identity primary key,
  delivery_id     uuid         not null default gen_random_uuid() unique,
  alert_id        bigint       not null,
  step            int          not null,
  recipient       varchar(80)  not null,
  way             varchar(10)  not null check (way in ('mail', 'web-hook')),
  address         varchar(254) not null,
  subject         varchar(500) not null,
  body            text         not null,
  state           varchar(10)  not null default 'queued' check (state in ('queued', 'sent', 'failed', 'dropped')),
  queued_at       timestamptz  not null,
  attempts        int          not null default 0,
  next_attempt_at timestamptz  not null,
  sent_at         timestamptz,
  last_error      varchar(500),
  unique (alert_id, step, way, address),
  foreign key (alert_id, step) references alert_step
);
comment on table notice is 'what goes out: written with the step, delivered after the commit, tried again until it is taken';
comment on column notice.address is 'an e-mail address, or the group whose web hook it is';
comment on column notice.delivery_id is 'the same at each attempt: receivers know a repetition by it';
create index notice_queue on notice (way, next_attempt_at, id) where state = 'queued';
create index notice_state on notice (state, id desc) where state in ('queued', 'failed');
