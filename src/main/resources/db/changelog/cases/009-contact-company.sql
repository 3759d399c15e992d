--liquibase formatted sql

--changeset tierline:cases-019-contact-company
create index support_case_contact on support_case (lower(contact_email), id);
