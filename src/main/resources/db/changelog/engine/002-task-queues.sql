--liquibase formatted sql

--changeset tierline:engine-002-task-queues
-- Tasklist shows the first page of a queue: what is due first (as we order it), or what came last (as Tasklist does
-- by default). The engine has no index for either.
create index tierline_idx_task_due on act_ru_task (due_date_, priority_ desc);
create index tierline_idx_task_created on act_ru_task (create_time_ desc);
--rollback drop index tierline_idx_task_due; drop index tierline_idx_task_created;

--changeset tierline:engine-002-task-parent
-- Whoever completes a task is asked for its subtasks: without this, every completion reads all tasks.
create index tierline_idx_task_parent on act_ru_task (parent_task_id_);
--rollback drop index tierline_idx_task_parent;
