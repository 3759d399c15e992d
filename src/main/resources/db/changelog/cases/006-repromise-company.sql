--liquibase formatted sql

--changeset tierline:cases-014-repromise-company
alter table repromise add column company_id bigint references company;
comment on column repromise.company_id is 'whose cases; null: all';
