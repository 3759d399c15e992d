--liquibase formatted sql

--changeset tierline:patches-008-links
create table defect_link (
  id        bigint generated always as identity primary key,
  defect_id bigint        not null references defect,
  kind      varchar(10)   not null check (kind in ('commit', 'merge', 'tag')),
  url       varchar(2000) not null,
  title     varchar(300)  not null,
  who       varchar(254)  not null,
  at        timestamptz   not null
);
comment on table defect_link is 'where the code of a fix is, as the developers'' tools told it';
create unique index defect_link_once on defect_link (defect_id, url);
--rollback drop table defect_link;
