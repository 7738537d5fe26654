--liquibase formatted sql

--changeset entezar:audit-checkpoint-1
-- Signed states of a workspace's history. The line is the evidence; the front is derived, and lets the next one go on.
create table history_checkpoint (
    workspace_id uuid not null,
    size bigint not null,
    line text not null,
    front text not null,
    primary key (workspace_id, size)
);
alter table history_checkpoint enable row level security;
alter table history_checkpoint force row level security;
create policy workspace on history_checkpoint
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on history_checkpoint to ${serverRole};

-- Derived: roots of full parts of the tree over the entries (256 and 65536 leaves), so that a proof reads few rows.
create table history_part (
    workspace_id uuid not null,
    level smallint not null,
    place bigint not null,
    root text not null,
    primary key (workspace_id, level, place)
);
alter table history_part enable row level security;
alter table history_part force row level security;
create policy workspace on history_part
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on history_part to ${serverRole};

-- How far checkpoints were handed to places outside.
create table history_anchor (
    workspace_id uuid not null,
    target text not null,
    size bigint not null,
    delivered_at timestamptz,
    failures integer not null,
    failed_at timestamptz,
    failure text,
    primary key (workspace_id, target)
);
alter table history_anchor enable row level security;
alter table history_anchor force row level security;
create policy workspace on history_anchor
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on history_anchor to ${serverRole};

--changeset entezar:audit-key-1
-- Global: the installation's keys, each handed custody by the one before.
create table evidence_key (
    position integer not null,
    id text not null unique,
    line text not null,
    primary key (position)
);
grant select, insert on evidence_key to ${serverRole};

--changeset entezar:audit-reading-1
create index history_entry_actor on history_entry (workspace_id, actor, sequence);
create index history_entry_action on history_entry (workspace_id, action, sequence);
create index history_entry_at on history_entry (workspace_id, at);

--changeset entezar:audit-engagement-1
-- Outside auditors: who may read, how much and from when until when. The subject is that of the identity provider.
create table engagement (
    workspace_id uuid not null,
    id uuid not null,
    auditor text not null,
    login text not null,
    name text not null,
    purpose text not null,
    scope text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    invited_by text not null,
    invited_at timestamptz not null,
    primary key (workspace_id, id)
);
create index engagement_auditor on engagement (workspace_id, auditor);
alter table engagement enable row level security;
alter table engagement force row level security;
create policy workspace on engagement
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on engagement to ${serverRole};

-- What auditors ask and find, and what is answered. A remark that answers another names it; the entry is of history.
create table engagement_remark (
    workspace_id uuid not null,
    id uuid not null,
    engagement_id uuid not null,
    kind text not null,
    answers uuid,
    entry bigint,
    text text not null,
    status text,
    author text not null,
    author_name text not null,
    written_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, engagement_id) references engagement (workspace_id, id),
    foreign key (workspace_id, answers) references engagement_remark (workspace_id, id)
);
create index engagement_remark_engagement on engagement_remark (workspace_id, engagement_id, written_at);
create index engagement_remark_entry on engagement_remark (workspace_id, entry);
alter table engagement_remark enable row level security;
alter table engagement_remark force row level security;
create policy workspace on engagement_remark
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on engagement_remark to ${serverRole};

--changeset entezar:audit-archive-1
-- Which id of an archive that was brought in became which id here.
create table archive_origin (
    workspace_id uuid not null,
    archive text not null,
    kind text not null,
    old_id text not null,
    new_id text not null,
    primary key (workspace_id, archive, kind, old_id)
);
alter table archive_origin enable row level security;
alter table archive_origin force row level security;
create policy workspace on archive_origin
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on archive_origin to ${serverRole};

--changeset entezar:audit-deletion-1
-- Global: what is left of a workspace when everything of it is gone. No answers and no people but who asked for it.
create table workspace_deletion (
    ticket bytea not null,
    deleted_workspace uuid not null,
    alias text not null,
    name jsonb not null,
    requested_by text not null,
    requested_at timestamptz not null,
    due_at timestamptz not null,
    cancelled_at timestamptz,
    deleted_at timestamptz,
    swept_at timestamptz,
    certificate text,
    primary key (ticket)
);
create index workspace_deletion_of on workspace_deletion (deleted_workspace);
grant select, insert, update on workspace_deletion to ${serverRole};

--changeset entezar:audit-deletion-2 splitStatements:false
-- The server may delete no entry and no response by itself; this erases a whole workspace whose deletion is due, and
-- nothing else. Tables are found by their column, so that none is forgotten; those that refer to others go first.
create function erase_workspace(erased uuid) returns bigint language plpgsql security definer
set search_path = entezar, pg_temp as $$
declare
    own text;
    part bigint;
    total bigint := 0;
begin
    if not exists (select 1 from workspace_deletion d where d.deleted_workspace = erased
                   and d.cancelled_at is null and d.certificate is not null and d.due_at <= clock_timestamp()) then
        raise exception 'no deletion of this workspace is due';
    end if;
    execute format('set local app.workspace_id = %L', erased);
    for own in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'entezar'::regnamespace and c.relkind in ('r', 'p')
        order by (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') desc, c.relname
    loop
        execute format('delete from %I where workspace_id = $1', own) using erased;
        get diagnostics part = row_count;
        total := total + part;
    end loop;
    return total;
end $$;
revoke all on function erase_workspace(uuid) from public;
grant execute on function erase_workspace(uuid) to ${serverRole};

--changeset entezar:audit-engagement-2
-- Where checkpoints are mailed to while the engagement runs.
alter table engagement add column mail text;

--changeset entezar:audit-deletion-3 splitStatements:false
-- What makes a deletion due is not the server's to write: when it was asked for by the database's own clock, and what was
-- asked for. The server may only cancel, certify and note what it did, each once.
alter table workspace_deletion add column entered_at timestamptz not null default clock_timestamp();
revoke insert, update on workspace_deletion from ${serverRole};
grant insert (ticket, deleted_workspace, alias, name, requested_by, requested_at, due_at) on workspace_deletion
    to ${serverRole};
grant update (cancelled_at, certificate, deleted_at, swept_at) on workspace_deletion to ${serverRole};

create function keep_deletion() returns trigger language plpgsql as $$
begin
    if old.cancelled_at is not null or (old.certificate is not null and new.certificate is distinct from old.certificate)
            or (old.deleted_at is not null and new.deleted_at is distinct from old.deleted_at) then
        raise exception 'what was noted about a deletion is not changed';
    end if;
    return new;
end $$;
create trigger keep_deletion before update on workspace_deletion for each row execute function keep_deletion();

--changeset entezar:audit-deletion-4 splitStatements:false
-- A deletion is due when it was asked for at least a day ago by the database's clock, its day has come, nobody cancelled it,
-- history tells that it was asked for, and a checkpoint signs the entry that ends it.
create or replace function erase_workspace(erased uuid) returns bigint language plpgsql security definer
set search_path = entezar, pg_temp as $$
declare
    own text;
    part bigint;
    total bigint := 0;
    done boolean;
begin
    select d.deleted_at is not null into done from workspace_deletion d
    where d.deleted_workspace = erased and d.cancelled_at is null and d.certificate is not null
        and d.due_at <= clock_timestamp() and d.entered_at <= clock_timestamp() - interval '23 hours'
    order by d.deleted_at nulls last limit 1;
    if done is null then
        raise exception 'no deletion of this workspace is due';
    end if;
    execute format('set local app.workspace_id = %L', erased);
    if not done then
        if exists (select 1 from history_entry e where e.workspace_id = erased) and not (
                exists (select 1 from history_entry e where e.workspace_id = erased
                        and e.action = 'workspace.deletion-requested')
                and exists (select 1 from history_entry e
                        join history_checkpoint c on c.workspace_id = erased and c.size >= e.sequence
                        where e.workspace_id = erased and e.action = 'workspace.deleted')) then
            raise exception 'the history of this workspace has not been ended';
        end if;
    end if;
    for own in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'entezar'::regnamespace and c.relkind in ('r', 'p')
        order by (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') desc, c.relname
    loop
        execute format('delete from %I where workspace_id = $1', own) using erased;
        get diagnostics part = row_count;
        total := total + part;
    end loop;
    return total;
end $$;

--changeset entezar:audit-deletion-5 splitStatements:false
-- Whether the workspace may be erased now is one question, asked also before its half in the identity provider goes. Tells
-- whether it was erased before.
create function require_erasable(erased uuid) returns boolean language plpgsql security definer
set search_path = entezar, pg_temp as $$
declare
    done boolean;
begin
    select d.deleted_at is not null into done from workspace_deletion d
    where d.deleted_workspace = erased and d.cancelled_at is null and d.certificate is not null
        and d.due_at <= clock_timestamp() and d.entered_at <= clock_timestamp() - interval '23 hours'
    order by d.deleted_at nulls last limit 1;
    if done is null then
        raise exception 'no deletion of this workspace is due';
    end if;
    execute format('set local app.workspace_id = %L', erased);
    if not done and exists (select 1 from history_entry e where e.workspace_id = erased) and not (
            exists (select 1 from history_entry e where e.workspace_id = erased
                    and e.action = 'workspace.deletion-requested')
            and exists (select 1 from history_entry e
                    join history_checkpoint c on c.workspace_id = erased and c.size >= e.sequence
                    where e.workspace_id = erased and e.action = 'workspace.deleted')) then
        raise exception 'the history of this workspace has not been ended';
    end if;
    return done;
end $$;
revoke all on function require_erasable(uuid) from public;
grant execute on function require_erasable(uuid) to ${serverRole};

create or replace function erase_workspace(erased uuid) returns bigint language plpgsql security definer
set search_path = entezar, pg_temp as $$
declare
    own text;
    part bigint;
    total bigint := 0;
begin
    perform require_erasable(erased);
    for own in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'entezar'::regnamespace and c.relkind in ('r', 'p')
        order by (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') desc, c.relname
    loop
        execute format('delete from %I where workspace_id = $1', own) using erased;
        get diagnostics part = row_count;
        total := total + part;
    end loop;
    return total;
end $$;
