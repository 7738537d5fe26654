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

--changeset entezar:workspace-member-invitation-1
create table member_invitation (
    workspace_id uuid not null,
    id uuid not null,
    email text not null,
    role text not null,
    language text not null,
    secret_hash bytea not null,
    state text not null,
    invited_by text not null,
    created_at timestamptz not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    mail_id uuid not null,
    ended_at timestamptz,
    primary key (workspace_id, id)
);
create unique index member_invitation_open on member_invitation (workspace_id, email) where state = 'OPEN';
alter table member_invitation enable row level security;
alter table member_invitation force row level security;
create policy workspace on member_invitation
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on member_invitation to ${serverRole};

--changeset entezar:workspace-suspended-member-1
create table suspended_member (
    workspace_id uuid not null,
    subject text not null,
    roles text not null,
    suspended_at timestamptz not null,
    suspended_by text not null,
    primary key (workspace_id, subject)
);
alter table suspended_member enable row level security;
alter table suspended_member force row level security;
create policy workspace on suspended_member
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, delete on suspended_member to ${serverRole};

--changeset entezar:workspace-api-client-1
create table api_client (
    workspace_id uuid not null,
    id uuid not null,
    client_id text not null,
    subject text not null,
    name text not null,
    permissions text not null,
    created_by text not null,
    created_at timestamptz not null,
    rotated_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (workspace_id, id)
);
create unique index api_client_subject on api_client (workspace_id, subject);
alter table api_client enable row level security;
alter table api_client force row level security;
create policy workspace on api_client
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on api_client to ${serverRole};

--changeset entezar:workspace-brand-1
create table workspace_brand (
    workspace_id uuid not null,
    brand jsonb not null,
    logo bytea,
    changed_at timestamptz not null,
    primary key (workspace_id)
);
alter table workspace_brand enable row level security;
alter table workspace_brand force row level security;
create policy workspace on workspace_brand
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on workspace_brand to ${serverRole};

--changeset entezar:workspace-registration-1
create table registration (
    workspace_id uuid not null,
    id uuid not null,
    email text not null,
    language text not null,
    secret_hash bytea not null,
    state text not null,
    invited_by text not null,
    created_at timestamptz not null,
    sent_at timestamptz not null,
    sends int not null,
    expires_at timestamptz not null,
    mail_id uuid not null,
    alias text not null,
    request bytea,
    attempts int not null,
    next_at timestamptz,
    ended_at timestamptz,
    primary key (workspace_id, id)
);
create unique index registration_open on registration (workspace_id, email) where state = 'OPEN';
create index registration_queue on registration (workspace_id, next_at) where state = 'QUEUED';
alter table registration enable row level security;
alter table registration force row level security;
create policy workspace on registration
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on registration to ${serverRole};

--changeset entezar:workspace-sign-in-rule-1
create table sign_in_rule (
    workspace_id uuid not null,
    second_factor boolean not null,
    changed_at timestamptz not null,
    primary key (workspace_id)
);
alter table sign_in_rule enable row level security;
alter table sign_in_rule force row level security;
create policy workspace on sign_in_rule
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on sign_in_rule to ${serverRole};
--changeset entezar:workspace-standing-1
alter table workspace_directory add column suspended_at timestamptz;
alter table workspace_directory add column suspended_reason text;
alter table workspace_directory add column quotas jsonb not null default '{}';

-- Global: an operator's request must be known before any workspace is.
create table operator_access (
    id uuid not null,
    workspace_id uuid not null,
    operator text not null,
    operator_name text not null,
    reason text not null,
    asked_at timestamptz not null,
    decided_by text,
    ends_at timestamptz,
    ended_at timestamptz,
    primary key (id)
);
create index operator_access_workspace on operator_access (workspace_id, asked_at);
create index operator_access_operator on operator_access (operator, ends_at);
grant select, insert, update on operator_access to ${serverRole};

--changeset entezar:workspace-enterprise-sign-in-1
create table enterprise_sign_in (
    workspace_id uuid not null,
    domain text not null,
    mailbox text not null,
    ticket_id uuid not null,
    secret_hash bytea not null,
    mail_id uuid not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    proven_at timestamptz,
    protocol text,
    address text,
    client_id text,
    set_at timestamptz,
    primary key (workspace_id)
);
alter table enterprise_sign_in enable row level security;
alter table enterprise_sign_in force row level security;
create policy workspace on enterprise_sign_in
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on enterprise_sign_in to ${serverRole};

--changeset entezar:workspace-own-role-1
create table own_role (
    workspace_id uuid not null,
    key text not null,
    name jsonb not null,
    permissions text not null,
    revision integer not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (workspace_id, key)
);
create table own_role_holder (
    workspace_id uuid not null,
    subject text not null,
    role text not null,
    given_at timestamptz not null,
    given_by text not null,
    -- When the person was removed: until their last token has run out they may do nothing by the built-in role either.
    ended_at timestamptz,
    primary key (workspace_id, subject, role)
);
alter table own_role enable row level security;
alter table own_role force row level security;
create policy workspace on own_role
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
alter table own_role_holder enable row level security;
alter table own_role_holder force row level security;
create policy workspace on own_role_holder
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on own_role to ${serverRole};
grant select, insert, update, delete on own_role_holder to ${serverRole};

--changeset entezar:workspace-withdrawal-1
-- Global: what an operator says about a plugin or a pack holds for all workspaces, and is asked in each one's transactions.
create table withdrawal (
    kind text not null,
    id text not null,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null,
    primary key (kind, id)
);
grant select, insert, delete on withdrawal to ${serverRole};


--changeset entezar:workspace-saved-view-1
-- How somebody wants to look at a list again. Seen by nobody else.
create table saved_view (
    workspace_id uuid not null,
    id uuid not null,
    person text not null,
    list text not null,
    name text not null,
    query text not null,
    saved_at timestamptz not null,
    primary key (workspace_id, id)
);
create unique index saved_view_name on saved_view (workspace_id, person, list, name);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy workspace on saved_view
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on saved_view to ${serverRole};

--changeset entezar:workspace-shared-campaigns-1
-- Who sees only what is shared with them, and what that is. Nothing binds whoever has no row here.
create table shared_campaigns (
    workspace_id uuid not null,
    subject text not null,
    campaigns uuid[] not null,
    set_at timestamptz not null,
    set_by text not null,
    -- When the person was removed: until their last token has run out nothing is shared with them.
    ended_at timestamptz,
    primary key (workspace_id, subject)
);
alter table shared_campaigns enable row level security;
alter table shared_campaigns force row level security;
create policy workspace on shared_campaigns
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on shared_campaigns to ${serverRole};
