--liquibase formatted sql

--changeset tierline:cases-022-repromise-progress
-- Counting a million cases at each look at the progress takes longer than the looks are apart.
alter table repromise add column done int not null default 0;
alter table repromise add column moved int not null default 0;
alter table repromise add column failed int not null default 0;
update repromise r set done = c.done, moved = c.moved, failed = c.failed from (
select repromise_id, count(done_at) as done, count(*) filter (where moved) as moved, count(fault) as failed
from repromise_case group by repromise_id) c where c.repromise_id = r.id;
comment on column clock.table_version is 'version of the table sla-targets by which it was promised; a later one that promises the same is not written';
comment on column repromise.done is 'how many of its repromise_case are done; kept with them';
