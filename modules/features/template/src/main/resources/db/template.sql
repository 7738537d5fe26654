--liquibase formatted sql

--changeset entezar:template-1
create table pack_installation (
    workspace_id uuid not null,
    pack text not null,
    version text not null,
    digest text not null,
    installed_at timestamptz not null,
    installed_by text not null,
    primary key (workspace_id, pack)
);
alter table pack_installation enable row level security;
alter table pack_installation force row level security;
create policy workspace on pack_installation
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on pack_installation to ${serverRole};
