--liquibase formatted sql

--changeset tierline:intake-003-same-message-id
alter table inbound_mail add column content varchar(71);
alter table inbound_mail add column written_at timestamptz;
alter table inbound_mail add column said_id varchar(998);
comment on column inbound_mail.message_id is 'as the mail says; sha256:... of one that says none, or one that another mail has';
comment on column inbound_mail.content is 'what is the same on every way that a mail takes; null: stored before that was kept, any content is the same';
comment on column inbound_mail.written_at is 'the Date of the mail, null if it says none';
comment on column inbound_mail.said_id is 'the Message-ID that it says, if another mail with another content has it';
