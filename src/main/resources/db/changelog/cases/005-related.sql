--liquibase formatted sql

--changeset tierline:cases-015-related
-- the case tab: which cases were merged into this one, and what else the company has open
create index support_case_merged on support_case (merged_into) where merged_into is not null;
create index support_case_company_open on support_case (company_id, id desc)
  where status in ('open', 'waiting-for-customer', 'waiting-for-patch');
