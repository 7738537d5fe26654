--liquibase formatted sql

--changeset entezar:api-repeated-request-1
create table repeated_request (
    workspace_id uuid not null,
    caller text not null,
    key text not null,
    request text not null,
    location text,
    etag text,
    body text,
    created_at timestamptz not null,
    primary key (workspace_id, caller, key)
);
create index repeated_request_created on repeated_request (workspace_id, created_at);
alter table repeated_request enable row level security;
alter table repeated_request force row level security;
create policy workspace on repeated_request
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on repeated_request to ${serverRole};
