--liquibase formatted sql

--changeset tierline:cases-023-letter-batch
create sequence letter_batch;
alter table message add column batch bigint;
comment on column message.batch is 'letters of several cases with the same number go to their readers in one mail; null: alone';
create index message_batch on message (batch, id) where batch is not null;

alter table message drop constraint message_delivery_check;
alter table message add constraint message_delivery_check
  check (delivery in ('none', 'queued', 'sent', 'bounced', 'failed', 'dropped'));
comment on column message.delivery is 'dropped: what it says did not matter any more before it went out; delivery_why says why';

-- who is told together at an update target
create index support_case_awaiting on support_case (company_id, lower(contact_email)) where status = 'waiting-for-patch';
