--liquibase formatted sql

--changeset tierline:engine-004-queue-count
-- Tasklist counts each queue that it shows: what waits for a group is counted in the index alone, without its tasks.
-- Whoever looks for a group finds it as before.
drop index act_idx_ident_lnk_group;
create index act_idx_ident_lnk_group on act_ru_identitylink (group_id_, type_, task_id_) where group_id_ is not null;
