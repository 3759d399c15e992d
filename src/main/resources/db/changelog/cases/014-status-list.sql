--liquibase formatted sql

--changeset tierline:cases-024-status-list
-- Read backwards from a status and a number on, which a comparison of both as a row can only do where both ascend.
drop index support_case_status;
create index support_case_status on support_case (status, id);
