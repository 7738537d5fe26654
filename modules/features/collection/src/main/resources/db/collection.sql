--liquibase formatted sql

--changeset entezar:collection-campaign-1
create table campaign (
    workspace_id uuid not null,
    id uuid not null,
    questionnaire text not null,
    version integer not null,
    name jsonb not null,
    channels text[] not null,
    opens_at timestamptz,
    closes_at timestamptz,
    status text not null,
    public_token text not null,
    simulated boolean not null,
    created_at timestamptz not null,
    primary key (workspace_id, id)
);
alter table campaign enable row level security;
alter table campaign force row level security;
create policy workspace on campaign
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on campaign to ${serverRole};

-- Global: a respondent brings a token and nothing else, so it must be found before any workspace is known.
create table public_link (
    token text not null,
    workspace_id uuid not null,
    campaign_id uuid not null,
    created_at timestamptz not null,
    primary key (token)
);
grant select, insert on public_link to ${serverRole};

--changeset entezar:collection-response-1
-- Rows never change; the server may only mark one as withdrawn. No foreign key to campaign: checking it would lock the
-- campaign's one row for every response.
create table response (
    workspace_id uuid not null,
    id uuid not null,
    campaign_id uuid not null,
    version integer not null,
    submitted_at timestamptz not null,
    received_at timestamptz not null,
    language text,
    context jsonb not null,
    answers jsonb not null,
    import_id uuid,
    source_key text,
    withdrawn_at timestamptz,
    primary key (workspace_id, id)
);
create unique index response_source on response (workspace_id, campaign_id, source_key)
    where source_key is not null and withdrawn_at is null;
create index response_import_rows on response (workspace_id, import_id) where import_id is not null;
alter table response enable row level security;
alter table response force row level security;
create policy workspace on response
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update (withdrawn_at) on response to ${serverRole};

-- Derived from response and rebuildable. Times are milliseconds since 1970, so that a million rows are read without
-- making a million date objects.
create table response_vector (
    workspace_id uuid not null,
    campaign_id uuid not null,
    submitted_ms bigint not null,
    response_id uuid not null,
    received_ms bigint not null,
    withdrawn_ms bigint,
    segment text,
    site text,
    codes bytea not null,
    primary key (workspace_id, campaign_id, submitted_ms, response_id)
);
alter table response_vector alter column codes set storage plain;
alter table response_vector enable row level security;
alter table response_vector force row level security;
create policy workspace on response_vector
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on response_vector to ${serverRole};

--changeset entezar:collection-import-1
create table response_import (
    workspace_id uuid not null,
    id uuid not null,
    campaign_id uuid,
    file_name text not null,
    bytes bigint not null,
    sha256 text not null,
    shape jsonb not null,
    mapping jsonb not null,
    state text not null,
    job_id uuid,
    read_rows bigint not null,
    accepted bigint not null,
    duplicates bigint not null,
    refused bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    primary key (workspace_id, id)
);
alter table response_import enable row level security;
alter table response_import force row level security;
create policy workspace on response_import
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on response_import to ${serverRole};

create table import_chunk (
    workspace_id uuid not null,
    import_id uuid not null,
    number integer not null,
    bytes bytea not null,
    primary key (workspace_id, import_id, number)
);
alter table import_chunk alter column bytes set storage external;
alter table import_chunk enable row level security;
alter table import_chunk force row level security;
create policy workspace on import_chunk
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, delete on import_chunk to ${serverRole};

create table import_refusal (
    workspace_id uuid not null,
    import_id uuid not null,
    line bigint not null,
    faults jsonb not null,
    primary key (workspace_id, import_id, line)
);
alter table import_refusal enable row level security;
alter table import_refusal force row level security;
create policy workspace on import_refusal
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, delete on import_refusal to ${serverRole};

--changeset entezar:collection-seal-1
-- What was stored and waits to be sealed: a row for each group of responses that was committed together, so that a
-- response is either sealed or listed here and never both. Ids of 16 bytes and leaves of 32, one after the other.
create table response_unsealed (
    workspace_id uuid not null,
    id uuid not null,
    received_from timestamptz not null,
    received_to timestamptz not null,
    imported integer,
    late integer,
    response_ids bytea not null,
    leaves bytea,
    primary key (workspace_id, id)
);
alter table response_unsealed enable row level security;
alter table response_unsealed force row level security;
create policy workspace on response_unsealed
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, delete on response_unsealed to ${serverRole};

-- What the entry of that sequence seals, leaf by leaf. The entry's root is the evidence; this tells which leaf is whose.
create table response_batch (
    workspace_id uuid not null,
    sequence bigint not null,
    received_from timestamptz not null,
    received_to timestamptz not null,
    response_ids bytea not null,
    leaves bytea not null,
    primary key (workspace_id, sequence)
);
alter table response_batch alter column response_ids set storage external;
alter table response_batch alter column leaves set storage external;
create index response_batch_received on response_batch (workspace_id, received_to, received_from);
alter table response_batch enable row level security;
alter table response_batch force row level security;
create policy workspace on response_batch
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on response_batch to ${serverRole};

-- Responses from before sealing existed wait like all others; without leaves, which are computed from their rows.
insert into response_unsealed (workspace_id, id, received_from, received_to, response_ids)
select workspace_id, gen_random_uuid(), min(received_at), max(received_at),
       string_agg(uuid_send(id), ''::bytea order by received_at, id)
from (select workspace_id, id, received_at,
             (row_number() over (partition by workspace_id order by received_at, id) - 1) / 512 as part
      from response) stored
group by workspace_id, part;

--changeset entezar:collection-history-1
-- Entries about imports from before they named their campaign.
update history_entry e set campaign_id = i.campaign_id
from response_import i
where e.workspace_id = i.workspace_id and e.subject = 'import/' || i.id and i.campaign_id is not null;

--changeset entezar:collection-person-1
-- Keys of what people wrote in their own words, one for each response, sealed by the installation's master key. Erasing
-- a person destroys them; the responses stay what was sealed.
create table response_key (
    workspace_id uuid not null,
    response_id uuid not null,
    person bytea,
    sealed_key bytea,
    erased_at timestamptz,
    primary key (workspace_id, response_id)
);
create index response_key_person on response_key (workspace_id, person) where person is not null;
alter table response_key enable row level security;
alter table response_key force row level security;
create policy workspace on response_key
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update (sealed_key, erased_at) on response_key to ${serverRole};

--changeset entezar:collection-retention-1
-- A response that was erased whole keeps its row, emptied: a tombstone. The entry of history that names it tells why.
alter table response add column erased_at timestamptz;

create table retention_rule (
    workspace_id uuid not null,
    response_months integer,
    word_months integer,
    changed_at timestamptz not null,
    primary key (workspace_id)
);
alter table retention_rule enable row level security;
alter table retention_rule force row level security;
create policy workspace on retention_rule
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on retention_rule to ${serverRole};

create table data_hold (
    workspace_id uuid not null,
    id uuid not null,
    campaign_id uuid,
    reason text not null,
    placed_by text not null,
    placed_at timestamptz not null,
    released_at timestamptz,
    released_by text,
    release_reason text,
    primary key (workspace_id, id)
);
alter table data_hold enable row level security;
alter table data_hold force row level security;
create policy workspace on data_hold
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on data_hold to ${serverRole};

--changeset entezar:collection-retention-tombstone splitStatements:false
-- The server may alter no answer by itself; this empties responses of the workspace that is set, and nothing else.
create function erase_responses(of_workspace uuid, erased uuid[], at timestamptz) returns void language sql
security definer set search_path = entezar, pg_temp as $$
    update response set answers = '{}', context = '{}', language = null, source_key = null,
        withdrawn_at = coalesce(withdrawn_at, at), erased_at = at
    where workspace_id = of_workspace and id = any (erased) and erased_at is null
        and of_workspace = nullif(current_setting('app.workspace_id', true), '')::uuid
$$;
revoke all on function erase_responses(uuid, uuid[], timestamptz) from public;
grant execute on function erase_responses(uuid, uuid[], timestamptz) to ${serverRole};

--changeset entezar:collection-consent-1
-- Consents that people took back. What they agreed to stands in their responses.
create table consent_withdrawal (
    workspace_id uuid not null,
    response_id uuid not null,
    item text not null,
    withdrawn_at timestamptz not null,
    withdrawn_by text not null,
    reason text not null,
    primary key (workspace_id, response_id, item)
);
alter table consent_withdrawal enable row level security;
alter table consent_withdrawal force row level security;
create policy workspace on consent_withdrawal
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert on consent_withdrawal to ${serverRole};

--changeset entezar:collection-correction-1
-- A correction is a response of its own that names the one that it corrects; that one stays and counts no more.
alter table response add column supersedes uuid;
create unique index response_supersedes on response (workspace_id, supersedes) where supersedes is not null;

--changeset entezar:collection-visit-1
-- Where visits to a campaign's pages stand: counts of people, nothing of who they are or what they answered. The day is
-- that on which visits began, so that what moves on later is taken from the same row; the empty section is the end.
create table campaign_visit (
    workspace_id uuid not null,
    campaign_id uuid not null,
    day date not null,
    section text not null,
    visits bigint not null,
    primary key (workspace_id, campaign_id, day, section)
);
alter table campaign_visit enable row level security;
alter table campaign_visit force row level security;
create policy workspace on campaign_visit
    using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on campaign_visit to ${serverRole};
