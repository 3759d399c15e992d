--liquibase formatted sql

--changeset tierline:intake-004-decision
alter table inbound_mail add column decided_at timestamptz;
alter table inbound_mail add column decided_by varchar(64);
alter table inbound_mail add column decided_why varchar(2000);
comment on column inbound_mail.decided_at is 'when a person last said what becomes of a mail that was put aside';
comment on column inbound_mail.decided_why is 'why it was dismissed; null: it was to be filed all the same';
