--liquibase formatted sql

--changeset tierline:engine-001-due-jobs
-- The job executor asks for the jobs that are due, earliest first, several times a second; the engine
-- itself has no index for that.
create index tierline_idx_job_duedate on act_ru_job (duedate_);
--rollback drop index tierline_idx_job_duedate;
