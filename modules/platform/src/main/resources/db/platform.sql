--liquibase formatted sql

--changeset entezar:platform-1
grant usage on schema entezar to ${serverRole};

--changeset entezar:platform-history-1
create table history_entry (
    workspace_id uuid not null,
    sequence bigint not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    entry text not null,
    hash text not null,
    primary key (workspace_id, sequence)
);
create index history_entry_subject on history_entry (workspace_id, subject, sequence);
alter table history_entry enable row level security;
alter table history_entry force row level security;
create policy workspace on history_entry
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on history_entry to ${serverRole};

create table history_head (
    workspace_id uuid not null,
    sequence bigint not null,
    hash text not null,
    primary key (workspace_id)
);
alter table history_head enable row level security;
alter table history_head force row level security;
create policy workspace on history_head
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on history_head to ${serverRole};

--changeset entezar:platform-job-1
create table job (
    workspace_id uuid not null,
    id uuid not null,
    kind text not null,
    state text not null,
    done bigint not null,
    total bigint not null,
    input jsonb not null,
    result jsonb,
    created_at timestamptz not null,
    created_by text not null,
    ended_at timestamptz,
    primary key (workspace_id, id)
);
alter table job enable row level security;
alter table job force row level security;
create policy workspace on job
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on job to ${serverRole};

--changeset entezar:platform-mail-1
create table mail (
    workspace_id uuid not null,
    id uuid not null,
    kind text not null,
    recipient text not null,
    subject text not null,
    content bytea,
    state text not null,
    attempts integer not null,
    created_at timestamptz not null,
    created_by text not null,
    until timestamptz not null,
    next_at timestamptz,
    sent_at timestamptz,
    fault text,
    answer text not null,
    primary key (workspace_id, id)
);
alter table mail enable row level security;
alter table mail force row level security;
create policy workspace on mail
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on mail to ${serverRole};

--changeset entezar:platform-history-2
-- The campaign that an entry is about, for the timeline's filter. Derived from the entry and no evidence.
alter table history_entry add column campaign_id uuid;
update history_entry set campaign_id =
    substring(subject from '^campaign/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$')::uuid
    where starts_with(subject, 'campaign/');
create index history_entry_campaign on history_entry (workspace_id, campaign_id, sequence)
    where campaign_id is not null;

--changeset entezar:platform-history-3 splitStatements:false
-- Writes an entry after the last one of its workspace and moves the head. The text comes in three parts, between which the
-- hash before and the number are put; returns the number.
create function append_entry(of_workspace uuid, at timestamptz, actor text, action text, subject text, campaign uuid,
    opening text, middle text, closing text) returns bigint language plpgsql as $$
declare
    number bigint;
    previous text;
    entry text;
    digest text;
begin
    loop
        select h.sequence + 1, h.hash into number, previous from history_head h
        where h.workspace_id = of_workspace for update;
        exit when found;
        insert into history_head (workspace_id, sequence, hash) values (of_workspace, 0, repeat('0', 64))
        on conflict (workspace_id) do nothing;
    end loop;
    entry := opening || previous || middle || number || closing;
    digest := encode(sha256(convert_to(entry, 'UTF8')), 'hex');
    update history_head h set sequence = number, hash = digest where h.workspace_id = of_workspace;
    insert into history_entry (workspace_id, sequence, at, actor, action, subject, campaign_id, entry, hash)
    values (of_workspace, number, at, actor, action, subject, campaign, entry, digest);
    return number;
end $$;
