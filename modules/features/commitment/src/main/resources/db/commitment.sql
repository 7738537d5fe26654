--liquibase formatted sql

--changeset entezar:commitment-1
-- Standards and promises as they stand. What they were before, and those that were withdrawn, history tells.
create table commitment (
    workspace_id uuid not null,
    kind text not null,
    id uuid not null,
    document jsonb not null,
    etag text not null,
    changed_at timestamptz not null,
    primary key (workspace_id, kind, id)
);
alter table commitment enable row level security;
alter table commitment force row level security;
create policy workspace on commitment
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on commitment to ${serverRole};
