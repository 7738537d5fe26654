--liquibase formatted sql

--changeset entezar:insight-kept-1
-- Where kept insights stand in history. The entry of that sequence is the insight; this only finds it.
create table kept_insight (
    workspace_id uuid not null,
    id uuid not null,
    campaign_id uuid not null,
    sequence bigint not null,
    primary key (workspace_id, id)
);
create unique index kept_insight_sequence on kept_insight (workspace_id, sequence);
alter table kept_insight enable row level security;
alter table kept_insight force row level security;
create policy workspace on kept_insight
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on kept_insight to ${serverRole};
