--liquibase formatted sql

--changeset entezar:workspace-directory-1
create table workspace_directory (
    id uuid not null,
    alias text not null,
    state text not null,
    created_at timestamptz not null,
    primary key (id)
);
alter table workspace_directory add constraint workspace_directory_alias unique (alias);
grant select, insert, update on workspace_directory to ${serverRole};

--changeset entezar:workspace-settings-1
create table workspace_settings (
    workspace_id uuid not null,
    settings jsonb not null,
    changed_at timestamptz not null,
    primary key (workspace_id)
);
alter table workspace_settings enable row level security;
alter table workspace_settings force row level security;
create policy workspace on workspace_settings
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on workspace_settings to ${serverRole};
