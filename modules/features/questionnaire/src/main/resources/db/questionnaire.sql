--liquibase formatted sql

--changeset entezar:questionnaire-categories-1
create table category_tree (
    workspace_id uuid not null,
    document jsonb not null,
    etag text not null,
    changed_at timestamptz not null,
    primary key (workspace_id)
);
alter table category_tree enable row level security;
alter table category_tree force row level security;
create policy workspace on category_tree
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on category_tree to ${serverRole};

--changeset entezar:questionnaire-draft-1
create table questionnaire_draft (
    workspace_id uuid not null,
    key text not null,
    document jsonb not null,
    etag text not null,
    changed_at timestamptz not null,
    primary key (workspace_id, key)
);
alter table questionnaire_draft enable row level security;
alter table questionnaire_draft force row level security;
create policy workspace on questionnaire_draft
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on questionnaire_draft to ${serverRole};

--changeset entezar:questionnaire-version-1
create table questionnaire_version (
    workspace_id uuid not null,
    key text not null,
    number integer not null,
    document jsonb not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (workspace_id, key, number)
);
alter table questionnaire_version enable row level security;
alter table questionnaire_version force row level security;
create policy workspace on questionnaire_version
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
-- A published version is what people answered: it can be added and read, and nothing else.
grant select, insert on questionnaire_version to ${serverRole};
