--liquibase formatted sql

--changeset tierline:cases-021-renamed-company
comment on column support_case.company is 'the name of the company, kept here as lists need no join; it follows when the company is renamed';
