--liquibase formatted sql

--changeset tierline:cases-018-merged-letter
alter table message drop constraint message_occasion_check;
alter table message add constraint message_occasion_check
  check (occasion in ('acknowledged', 'answered', 'asked', 'reminder', 'escalated', 'progress-report', 'fix-available',
  'resolved', 'closed', 'survey', 'merged'));
