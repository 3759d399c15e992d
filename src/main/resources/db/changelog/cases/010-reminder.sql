--liquibase formatted sql

--changeset tierline:cases-020-reminder
alter table question add column remind_from timestamptz;
update question set remind_from = remind_at;
alter table question alter column remind_from set not null;
comment on column question.remind_from is 'when the interval is over; remind_at is the first working moment after that';
