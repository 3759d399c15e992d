--liquibase formatted sql

--changeset tierline:engine-003-indexes-of-what-is-there
-- The engine indexes columns that are empty in nearly every row here: tenants, CMMN cases, batches, ends that are not
-- there yet. Each row paid for them. Names and columns stay the engine's, and whoever looks for a value finds it as before.

drop index act_idx_exec_tenant_id;
create index act_idx_exec_tenant_id on act_ru_execution (tenant_id_) where tenant_id_ is not null;
drop index act_idx_exe_super;
create index act_idx_exe_super on act_ru_execution (super_exec_) where super_exec_ is not null;
drop index act_idx_exec_buskey;
create index act_idx_exec_buskey on act_ru_execution (business_key_) where business_key_ is not null;
drop index act_idx_exe_parent;
create index act_idx_exe_parent on act_ru_execution (parent_id_) where parent_id_ is not null;

drop index act_idx_task_tenant_id;
create index act_idx_task_tenant_id on act_ru_task (tenant_id_) where tenant_id_ is not null;
drop index act_idx_task_owner;
create index act_idx_task_owner on act_ru_task (owner_) where owner_ is not null;
drop index act_idx_task_assignee;
create index act_idx_task_assignee on act_ru_task (assignee_) where assignee_ is not null;
drop index act_idx_task_last_updated;
create index act_idx_task_last_updated on act_ru_task (last_updated_) where last_updated_ is not null;
drop index act_idx_task_case_exec;
create index act_idx_task_case_exec on act_ru_task (case_execution_id_) where case_execution_id_ is not null;
drop index act_idx_task_case_def_id;
create index act_idx_task_case_def_id on act_ru_task (case_def_id_) where case_def_id_ is not null;
drop index tierline_idx_task_parent;
create index tierline_idx_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;

drop index act_idx_job_tenant_id;
create index act_idx_job_tenant_id on act_ru_job (tenant_id_) where tenant_id_ is not null;
drop index act_idx_job_exception;
create index act_idx_job_exception on act_ru_job (exception_stack_id_) where exception_stack_id_ is not null;

drop index act_idx_event_subscr_tenant_id;
create index act_idx_event_subscr_tenant_id on act_ru_event_subscr (tenant_id_) where tenant_id_ is not null;
drop index act_idx_event_subscr_config_;
create index act_idx_event_subscr_config_ on act_ru_event_subscr (configuration_) where configuration_ is not null;

drop index act_idx_variable_tenant_id;
create index act_idx_variable_tenant_id on act_ru_variable (tenant_id_) where tenant_id_ is not null;
drop index act_idx_variable_task_id;
create index act_idx_variable_task_id on act_ru_variable (task_id_) where task_id_ is not null;
drop index act_idx_variable_task_name_type;
create index act_idx_variable_task_name_type on act_ru_variable (task_id_, name_, type_) where task_id_ is not null;
drop index act_idx_batch_id;
create index act_idx_batch_id on act_ru_variable (batch_id_) where batch_id_ is not null;
drop index act_idx_var_bytearray;
create index act_idx_var_bytearray on act_ru_variable (bytearray_id_) where bytearray_id_ is not null;
drop index act_idx_var_case_exe;
create index act_idx_var_case_exe on act_ru_variable (case_execution_id_) where case_execution_id_ is not null;
drop index act_idx_var_case_inst_id;
create index act_idx_var_case_inst_id on act_ru_variable (case_inst_id_) where case_inst_id_ is not null;

drop index act_idx_ident_lnk_user;
create index act_idx_ident_lnk_user on act_ru_identitylink (user_id_) where user_id_ is not null;
drop index act_idx_athrz_procedef;
create index act_idx_athrz_procedef on act_ru_identitylink (proc_def_id_) where proc_def_id_ is not null;

drop index act_idx_auth_rm_time;
create index act_idx_auth_rm_time on act_ru_authorization (removal_time_) where removal_time_ is not null;

drop index act_idx_hi_pro_inst_tenant_id;
create index act_idx_hi_pro_inst_tenant_id on act_hi_procinst (tenant_id_) where tenant_id_ is not null;
drop index act_idx_hi_pro_inst_end;
create index act_idx_hi_pro_inst_end on act_hi_procinst (end_time_) where end_time_ is not null;
drop index act_idx_hi_pro_inst_rm_time;
create index act_idx_hi_pro_inst_rm_time on act_hi_procinst (removal_time_) where removal_time_ is not null;
drop index act_idx_hi_pro_rst_pro_inst_id;
create index act_idx_hi_pro_rst_pro_inst_id on act_hi_procinst (restarted_proc_inst_id_) where restarted_proc_inst_id_ is not null;

drop index act_idx_hi_act_inst_tenant_id;
create index act_idx_hi_act_inst_tenant_id on act_hi_actinst (tenant_id_) where tenant_id_ is not null;
drop index act_idx_hi_act_inst_end;
create index act_idx_hi_act_inst_end on act_hi_actinst (end_time_) where end_time_ is not null;
drop index act_idx_hi_act_inst_rm_time;
create index act_idx_hi_act_inst_rm_time on act_hi_actinst (removal_time_) where removal_time_ is not null;

drop index act_idx_hi_task_inst_tenant_id;
create index act_idx_hi_task_inst_tenant_id on act_hi_taskinst (tenant_id_) where tenant_id_ is not null;
drop index act_idx_hi_task_inst_end;
create index act_idx_hi_task_inst_end on act_hi_taskinst (end_time_) where end_time_ is not null;
drop index act_idx_hi_task_inst_rm_time;
create index act_idx_hi_task_inst_rm_time on act_hi_taskinst (removal_time_) where removal_time_ is not null;

--changeset tierline:engine-003-created-backwards
-- The engine's own act_idx_task_create, read backwards, gives the same order.
drop index tierline_idx_task_created;
--rollback create index tierline_idx_task_created on act_ru_task (create_time_ desc);
