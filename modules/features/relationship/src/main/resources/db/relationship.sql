--liquibase formatted sql

--changeset entezar:relationship-case-1
-- Complaints and recoveries being worked. Title and outcome are sealed by the key of the case, which an erasure destroys.
create table service_case (
    workspace_id uuid not null,
    id uuid not null,
    kind text not null,
    severity text not null,
    category text,
    response_id uuid,
    campaign_id uuid,
    title text not null,
    assignee text,
    assignee_name text,
    due_on date,
    state text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    resolved_at timestamptz,
    outcome text,
    revision integer not null,
    sealed_key bytea,
    erased_at timestamptz,
    primary key (workspace_id, id)
);
create index service_case_state on service_case (workspace_id, state, id);
create index service_case_response on service_case (workspace_id, response_id) where response_id is not null;
alter table service_case enable row level security;
alter table service_case force row level security;
create policy workspace on service_case
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update (severity, category, assignee, assignee_name, due_on, state, resolved_at, outcome, revision,
    sealed_key, erased_at) on service_case to ${serverRole};

-- What happened to a case, for those who work it: nothing here is ever changed. Words are sealed by the key of the case.
create table service_case_log (
    workspace_id uuid not null,
    case_id uuid not null,
    id uuid not null,
    kind text not null,
    words text,
    differences jsonb not null,
    written_at timestamptz not null,
    written_by text not null,
    primary key (workspace_id, case_id, id)
);
alter table service_case_log enable row level security;
alter table service_case_log force row level security;
create policy workspace on service_case_log
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on service_case_log to ${serverRole};
