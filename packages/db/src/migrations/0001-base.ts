import { type Kysely, sql } from 'kysely';

/**
 * The whole base. Rules that hold for every tenant table: `commune_id` is the first key column, row-level security is on
 * and forced, the application role owns nothing. The year of the facts is in the key of the tables that grow.
 *
 * Facts, not states: sheets, sheet events, responses, petition events, evaluation steps and indicator values are only
 * ever added. Views (`sheet_state`, `petition_state`, `meeting_state`) say what is current.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    EXTENSIONS,
    ROLE,
    VISIBILITY,
    UNITS,
    ACCESS,
    PEOPLE,
    PAPER,
    PETITIONS,
    EVALUATIONS,
    WORK,
    AUDIT,
  ]) {
    await sql.raw(statement).execute(db);
  }
  for (const table of COMMUNE_TABLES) await sql.raw(policySql(table, COMMUNE_PREDICATE)).execute(db);
  for (const table of GROUP_TABLES) {
    const group = table === 'resident_group' ? 'id' : 'group_id';
    await sql.raw(policySql(table, `${COMMUNE_PREDICATE} and ${groupPredicate(group)}`)).execute(db);
  }
  await sql.raw(policySql('petition', `${COMMUNE_PREDICATE} and ${PETITION_PREDICATE}`)).execute(db);
  await sql.raw(SPECIAL_POLICIES).execute(db);
  await sql.raw(GRANTS).execute(db);
}

/** Tenant tables seen by everybody of the commune. */
const COMMUNE_TABLES = [
  'office',
  'hamlet',
  'cadre',
  'assignment',
  'household_move',
  'questionnaire',
  'questionnaire_version',
  'layout',
  'meeting_record',
  'sheet_event',
  'entry_draft',
  'petition_event',
  'evaluation',
  'evaluation_step',
  'indicator_value',
  'indicator_evidence',
  'import_file',
  'job',
  'stored_file',
] as const;
/** Tenant tables of which a cadre sees only his own groups. */
const GROUP_TABLES = ['resident_group', 'household', 'meeting', 'sheet', 'response'] as const;

// `(select …)` makes PostgreSQL evaluate the setting once a query instead of once a row.
const COMMUNE_PREDICATE = 'commune_id = any((select visible_communes())::text[])';
const groupPredicate = (column: string) =>
  `((select sees_all_groups()) or ${column} = any((select visible_groups())::uuid[]))`;
// A cadre sees the petitions of his groups and those that he has to answer, wherever they come from; a denunciation
// reaches nobody below the office but its owner.
const PETITION_PREDICATE = `((select sees_all_groups())
  or group_id = any((select visible_groups())::uuid[]) and not is_denunciation(commune_id, year, id, kind)
  or owner_of_petition(commune_id, year, id) = (select visible_cadre()))`;

const policySql = (table: string, predicate: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant on ${table} using (${predicate}) with check (${predicate});
`;

const EXTENSIONS = `
  create extension if not exists btree_gist;
`;

const ROLE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'gandan_app') then create role gandan_app nologin; end if;
    execute format('grant gandan_app to %I', current_user);
  end $$;
`;

// Settings made per transaction by withActor() with set_config(…, true). Unset means: sees nothing.
const VISIBILITY = `
  create function visible_communes() returns text[] language sql stable parallel safe as
    $$ select string_to_array(coalesce(current_setting('gandan.communes', true), ''), ',') $$;
  create function visible_groups() returns uuid[] language sql stable parallel safe as
    $$ select string_to_array(nullif(nullif(current_setting('gandan.groups', true), ''), '*'), ',')::uuid[] $$;
  create function sees_all_groups() returns boolean language sql stable parallel safe as
    $$ select coalesce(current_setting('gandan.groups', true), '') = '*' $$;
  create function visible_cadre() returns uuid language sql stable parallel safe as
    $$ select nullif(current_setting('gandan.cadre', true), '')::uuid $$;
  create function authenticating() returns boolean language sql stable parallel safe as
    $$ select coalesce(current_setting('gandan.authenticating', true), '') = 'on' $$;
  create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'immutable: % of %', tg_op, tg_table_name using errcode = 'GD001'; end $$;
`;

const UNITS = `
  create table unit (
    code text primary key,
    kind text not null check (kind in ('province', 'district', 'commune')),
    name text not null,
    parent_code text references unit,
    valid_from date,
    valid_to date
  );
  create index unit_parent on unit (parent_code);
  create table unit_successor (
    from_code text not null,
    from_name text not null,
    from_path text not null,
    to_code text not null references unit,
    on_date date not null,
    primary key (from_code, from_name, from_path, to_code)
  );
  create index unit_successor_to on unit_successor (to_code);
  create table office (
    commune_id text primary key references unit,
    sheet_prefix text not null unique check (sheet_prefix ~ '^[A-Z]{2,3}$'),
    superior_name text not null,
    issuer_name text not null,
    place_name text not null,
    is_demo boolean not null default false,
    next_serial integer not null default 1,
    created_at timestamptz not null default now()
  );
  create table hamlet (
    commune_id text not null references office,
    id uuid not null,
    code text not null,
    kind text not null check (kind in ('ap', 'khu-pho', 'thon', 'to-dan-pho', 'khac')),
    name text not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    successor_id uuid,
    version integer not null default 1,
    primary key (commune_id, id),
    unique (commune_id, code),
    foreign key (commune_id, successor_id) references hamlet
  );
  create table resident_group (
    commune_id text not null references office,
    id uuid not null,
    hamlet_id uuid not null,
    code text not null,
    name text not null,
    head_name text,
    deputy_name text,
    meeting_cycle text not null default 'quarter' check (meeting_cycle in ('month', 'quarter')),
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    version integer not null default 1,
    primary key (commune_id, id),
    unique (commune_id, code),
    foreign key (commune_id, hamlet_id) references hamlet
  );
`;

const ACCESS = `
  create table account (
    id uuid primary key,
    commune_id text references office,
    province_code text references unit,
    username text not null unique check (username = lower(username)),
    display_name text not null,
    role text not null check (role in ('province-admin', 'commune-admin', 'leader', 'clerk', 'cadre', 'auditor')),
    cadre_id uuid,
    password_hash text not null,
    password_set_at timestamptz not null default now(),
    must_change_password boolean not null default false,
    totp_secret text,
    totp_last_step bigint,
    recovery_hashes text[] not null default '{}',
    disabled_at timestamptz,
    created_at timestamptz not null default now(),
    version integer not null default 1,
    check ((role = 'province-admin') = (commune_id is null)),
    check ((role = 'province-admin') = (province_code is not null)),
    check (role <> 'cadre' or cadre_id is not null)
  );
  create table session (
    token_hash bytea primary key,
    account_id uuid not null references account,
    stage text not null check (stage in ('totp', 'enrol-totp', 'change-password', 'open')),
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now()
  );
  create index session_account on session (account_id);
  create table login_failure (
    key text primary key,
    failures integer not null,
    last_at timestamptz not null
  );
  create table setup_code (
    singleton boolean primary key default true check (singleton),
    code_hash bytea not null,
    created_at timestamptz not null default now(),
    used_at timestamptz
  );
`;

const PEOPLE = `
  create table cadre (
    commune_id text not null references office,
    id uuid not null,
    code text not null,
    name text not null,
    sort_key text not null collate "C",
    search_key text not null,
    post text not null,
    department text not null,
    is_leader boolean not null default false,
    active_from date not null,
    active_to date check (active_to > active_from),
    version integer not null default 1,
    primary key (commune_id, id),
    unique (commune_id, code)
  );
  alter table account add foreign key (commune_id, cadre_id) references cadre;
  create table assignment (
    commune_id text not null references office,
    id uuid not null,
    cadre_id uuid not null,
    group_id uuid not null,
    during daterange not null check (not isempty(during)),
    created_by uuid,
    created_at timestamptz not null default now(),
    version integer not null default 1,
    primary key (commune_id, id),
    foreign key (commune_id, cadre_id) references cadre,
    foreign key (commune_id, group_id) references resident_group,
    constraint assignment_no_overlap
      exclude using gist (commune_id with =, cadre_id with =, group_id with =, during with &&)
  );
  create index assignment_group on assignment (commune_id, group_id);
  create table household (
    commune_id text not null references office,
    id uuid not null,
    code text not null,
    group_id uuid not null,
    head_name text not null,
    address text not null,
    sort_key text not null collate "C",
    search_key text not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    version integer not null default 1,
    primary key (commune_id, id),
    unique (commune_id, code),
    foreign key (commune_id, group_id) references resident_group
  );
  create index household_group on household (commune_id, group_id);
  create table household_move (
    commune_id text not null,
    household_id uuid not null,
    on_date date not null,
    from_group_id uuid not null,
    to_group_id uuid not null,
    primary key (commune_id, household_id, on_date),
    foreign key (commune_id, household_id) references household
  );
`;

const PAPER = `
  create table questionnaire (
    commune_id text not null references office,
    id uuid not null,
    code text not null,
    title text not null,
    primary key (commune_id, id),
    unique (commune_id, code)
  );
  create table questionnaire_version (
    commune_id text not null,
    questionnaire_id uuid not null,
    version integer not null check (version > 0),
    state text not null check (state in ('draft', 'published', 'retired')),
    model jsonb not null,
    published_at timestamptz,
    primary key (commune_id, questionnaire_id, version),
    foreign key (commune_id, questionnaire_id) references questionnaire
  );
  create function keep_published() returns trigger language plpgsql as $$ begin
    if tg_op = 'DELETE' and old.state <> 'draft' then
      raise exception 'immutable: published questionnaire' using errcode = 'GD001';
    end if;
    if tg_op = 'UPDATE' and old.state <> 'draft' and (new.model <> old.model or new.state = 'draft'
       or new.published_at is distinct from old.published_at) then
      raise exception 'immutable: published questionnaire' using errcode = 'GD001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
  create trigger keep_published before update or delete on questionnaire_version for each row execute function keep_published();
  create table layout (
    commune_id text not null,
    layout_id text not null,
    questionnaire_id uuid not null,
    version integer not null,
    map jsonb not null,
    template_pdf bytea not null,
    sha256 bytea not null,
    created_at timestamptz not null default now(),
    primary key (commune_id, questionnaire_id, version, layout_id),
    foreign key (commune_id, questionnaire_id, version) references questionnaire_version
  );
  create trigger keep_layout before update or delete on layout for each row execute function refuse_change();
  create table meeting (
    commune_id text not null references office,
    year integer not null,
    id uuid not null,
    group_id uuid not null,
    held_on date not null check (extract(year from held_on) = year),
    place text,
    questionnaire_id uuid not null,
    questionnaire_version integer not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (commune_id, year, id),
    unique (commune_id, group_id, held_on),
    foreign key (commune_id, group_id) references resident_group,
    foreign key (commune_id, questionnaire_id, questionnaire_version) references questionnaire_version
  );
  create table meeting_record (
    commune_id text not null,
    year integer not null,
    meeting_id uuid not null,
    seq integer not null,
    kind text not null check (kind in ('minutes', 'closed', 'cancelled')),
    cadre_id uuid,
    cadre_present boolean,
    households_present integer check (households_present >= 0),
    policies_told text[] not null default '{}',
    note text,
    recorded_by uuid,
    recorded_at timestamptz not null default now(),
    primary key (commune_id, year, meeting_id, seq),
    foreign key (commune_id, year, meeting_id) references meeting,
    check (kind <> 'minutes' or (cadre_present is not null and households_present is not null))
  );
  create trigger keep_meeting_record before update or delete on meeting_record for each row execute function refuse_change();
  create table sheet (
    commune_id text not null,
    year integer not null,
    number text not null,
    meeting_id uuid not null,
    group_id uuid not null,
    household_id uuid not null,
    questionnaire_id uuid not null,
    questionnaire_version integer not null,
    layout_id text not null,
    generation integer not null default 1,
    head_name text not null,
    address text not null,
    printed_at timestamptz not null default now(),
    print_job_id uuid,
    primary key (commune_id, year, number),
    unique (commune_id, year, meeting_id, household_id, generation),
    foreign key (commune_id, year, meeting_id) references meeting,
    foreign key (commune_id, household_id) references household,
    foreign key (commune_id, questionnaire_id, questionnaire_version, layout_id)
      references layout (commune_id, questionnaire_id, version, layout_id)
  );
  create unique index sheet_number on sheet (number);
  create table sheet_event (
    commune_id text not null,
    year integer not null,
    number text not null,
    seq integer not null,
    kind text not null check (kind in ('printed', 'issued', 'returned', 'entered', 'verified', 'void', 'refused', 'lost')),
    reason text,
    by_account uuid,
    at timestamptz not null default now(),
    primary key (commune_id, year, number, seq),
    foreign key (commune_id, year, number) references sheet
  );
  create trigger keep_sheet_event before update or delete on sheet_event for each row execute function refuse_change();
  create table response (
    commune_id text not null,
    year integer not null,
    id uuid not null,
    sheet_number text not null,
    group_id uuid not null,
    pass integer not null default 1,
    corrects_id uuid,
    correction_reason text,
    answers jsonb not null,
    note text,
    keyed_by uuid not null,
    seconds integer,
    submitted_at timestamptz not null default now(),
    primary key (commune_id, year, id),
    foreign key (commune_id, year, sheet_number) references sheet,
    check ((corrects_id is null) = (correction_reason is null))
  );
  create unique index response_first on response (commune_id, year, sheet_number, pass) where corrects_id is null;
  create unique index response_correction on response (commune_id, year, corrects_id) where corrects_id is not null;
  create trigger keep_response before update or delete on response for each row execute function refuse_change();
  create table entry_draft (
    commune_id text not null,
    year integer not null,
    sheet_number text not null,
    pass integer not null default 1,
    account_id uuid not null,
    answers jsonb not null,
    note text,
    keystroke integer not null default 0,
    updated_at timestamptz not null default now(),
    primary key (commune_id, year, sheet_number, pass, account_id),
    foreign key (commune_id, year, sheet_number) references sheet
  );
  create view sheet_state with (security_invoker = true) as
    select s.*, e.kind as state, e.at as state_at, e.reason as state_reason
    from sheet s join lateral (
      select kind, at, reason from sheet_event e
      where e.commune_id = s.commune_id and e.year = s.year and e.number = s.number order by seq desc limit 1
    ) e on true;
  create view current_response with (security_invoker = true) as
    select r.* from response r
    where not exists (select from response c where c.commune_id = r.commune_id and c.year = r.year and c.corrects_id = r.id);
  create view meeting_state with (security_invoker = true) as
    select m.*, minutes.cadre_id, minutes.cadre_present, minutes.households_present, minutes.policies_told,
      case when exists (select from meeting_record r where r.commune_id = m.commune_id and r.year = m.year
             and r.meeting_id = m.id and r.kind = 'cancelled') then 'cancelled'
           when exists (select from meeting_record r where r.commune_id = m.commune_id and r.year = m.year
             and r.meeting_id = m.id and r.kind = 'closed') then 'closed'
           when minutes.cadre_present is not null then 'held' else 'planned' end as state
    from meeting m left join lateral (
      select r.cadre_id, r.cadre_present, r.households_present, r.policies_told from meeting_record r
      where r.commune_id = m.commune_id and r.year = m.year and r.meeting_id = m.id and r.kind = 'minutes'
      order by seq desc limit 1
    ) minutes on true;
`;

const PETITIONS = `
  create table petition (
    commune_id text not null,
    year integer not null,
    id uuid not null,
    number integer not null,
    kind text not null check (kind in ('proposal', 'complaint', 'denunciation')),
    field text not null,
    content text not null,
    group_id uuid not null,
    household_id uuid,
    sheet_number text,
    question text,
    reply_by text,
    received_on date not null,
    due_on date not null check (due_on >= received_on),
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (commune_id, year, id),
    unique (commune_id, year, number),
    unique (commune_id, year, sheet_number, question),
    foreign key (commune_id, group_id) references resident_group,
    foreign key (commune_id, household_id) references household,
    foreign key (commune_id, year, sheet_number) references sheet
  );
  create table petition_event (
    commune_id text not null,
    year integer not null,
    petition_id uuid not null,
    seq integer not null,
    kind text not null check (kind in ('received', 'assigned', 'reclassified', 'answered', 'reopened', 'closed')),
    owner_cadre_id uuid,
    on_date date not null,
    due_on date,
    petition_kind text check (petition_kind in ('proposal', 'complaint', 'denunciation')),
    text text,
    by_account uuid,
    at timestamptz not null default now(),
    primary key (commune_id, year, petition_id, seq),
    foreign key (commune_id, year, petition_id) references petition,
    foreign key (commune_id, owner_cadre_id) references cadre
  );
  create function owner_of_petition(p_commune text, p_year integer, p_id uuid) returns uuid language sql stable as $$
    select owner_cadre_id from petition_event e where e.commune_id = p_commune and e.year = p_year
      and e.petition_id = p_id and e.kind = 'assigned' order by seq desc limit 1 $$;
  create function is_denunciation(p_commune text, p_year integer, p_id uuid, p_kind text) returns boolean
    language sql stable as $$
    select coalesce((select petition_kind from petition_event e where e.commune_id = p_commune and e.year = p_year
      and e.petition_id = p_id and e.petition_kind is not null order by seq desc limit 1), p_kind) = 'denunciation' $$;
  create trigger keep_petition_event before update or delete on petition_event for each row execute function refuse_change();
  create view petition_state with (security_invoker = true) as
    select p.commune_id, p.year, p.id, p.number, p.field, p.content, p.group_id, p.household_id, p.sheet_number, p.question,
      p.reply_by, p.received_on,
      coalesce(k.petition_kind, p.kind) as kind, coalesce(d.due_on, p.due_on) as due_on,
      o.owner_cadre_id, last.seq as last_seq,
      case when last.kind = 'closed' then 'closed' when last.kind = 'answered' then 'answered'
           when o.owner_cadre_id is not null then 'assigned' else 'received' end as state,
      case when last.kind in ('answered', 'closed') then a.on_date end as answered_on
    from petition p
    join lateral (select seq, kind from petition_event e where e.commune_id = p.commune_id and e.year = p.year
      and e.petition_id = p.id order by seq desc limit 1) last on true
    left join lateral (select owner_cadre_id from petition_event e where e.commune_id = p.commune_id and e.year = p.year
      and e.petition_id = p.id and e.kind = 'assigned' order by seq desc limit 1) o on true
    left join lateral (select due_on from petition_event e where e.commune_id = p.commune_id and e.year = p.year
      and e.petition_id = p.id and e.due_on is not null order by seq desc limit 1) d on true
    left join lateral (select petition_kind from petition_event e where e.commune_id = p.commune_id and e.year = p.year
      and e.petition_id = p.id and e.petition_kind is not null order by seq desc limit 1) k on true
    left join lateral (select on_date from petition_event e where e.commune_id = p.commune_id and e.year = p.year
      and e.petition_id = p.id and e.kind = 'answered' order by seq desc limit 1) a on true;
`;

const EVALUATIONS = `
  create table evaluation (
    commune_id text not null references office,
    year integer not null,
    id uuid not null,
    cadre_id uuid not null,
    version integer not null default 1,
    supersedes_id uuid,
    supersede_reason text,
    scheme jsonb not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (commune_id, year, id),
    unique (commune_id, year, cadre_id, version),
    foreign key (commune_id, cadre_id) references cadre,
    check ((supersedes_id is null) = (version = 1)),
    check ((supersedes_id is null) = (supersede_reason is null))
  );
  create table evaluation_step (
    commune_id text not null,
    year integer not null,
    evaluation_id uuid not null,
    seq integer not null,
    kind text not null check (kind in ('data', 'self', 'comment', 'proposal', 'decision', 'notice', 'appeal')),
    body jsonb not null,
    by_account uuid,
    by_name text not null,
    at timestamptz not null default now(),
    primary key (commune_id, year, evaluation_id, seq),
    foreign key (commune_id, year, evaluation_id) references evaluation
  );
  create function keep_closed_evaluation() returns trigger language plpgsql as $$ begin
    if new.kind not in ('notice', 'appeal') and exists (select from evaluation_step s where s.commune_id = new.commune_id
       and s.year = new.year and s.evaluation_id = new.evaluation_id and s.kind = 'decision') then
      raise exception 'immutable: closed evaluation' using errcode = 'GD001';
    end if;
    return new;
  end $$;
  create trigger keep_closed before insert on evaluation_step for each row execute function keep_closed_evaluation();
  create unique index evaluation_one_decision on evaluation_step (commune_id, year, evaluation_id) where kind = 'decision';
  create table indicator_value (
    commune_id text not null,
    year integer not null,
    evaluation_id uuid not null,
    seq integer not null,
    code text not null,
    value numeric,
    numerator numeric,
    denominator numeric,
    n integer not null,
    formula jsonb not null,
    primary key (commune_id, year, evaluation_id, seq, code),
    foreign key (commune_id, year, evaluation_id, seq) references evaluation_step
  );
  create table indicator_evidence (
    commune_id text not null,
    year integer not null,
    evaluation_id uuid not null,
    seq integer not null,
    code text not null,
    position integer not null,
    kind text not null check (kind in ('sheet', 'meeting', 'petition', 'household')),
    record_id text not null,
    label text not null,
    counted boolean not null,
    primary key (commune_id, year, evaluation_id, seq, code, position),
    foreign key (commune_id, year, evaluation_id, seq, code) references indicator_value
  );
  create trigger keep_evaluation before update or delete on evaluation for each row execute function refuse_change();
  create trigger keep_step before update or delete on evaluation_step for each row execute function refuse_change();
  create trigger keep_indicator before update or delete on indicator_value for each row execute function refuse_change();
  create trigger keep_evidence before update or delete on indicator_evidence for each row execute function refuse_change();
`;

const WORK = `
  create table stored_file (
    commune_id text not null references office,
    id uuid not null,
    sha256 text not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (commune_id, id)
  );
  create table import_file (
    commune_id text not null references office,
    id uuid not null,
    file_id uuid not null,
    mapping jsonb not null,
    state text not null check (state in ('uploaded', 'applied', 'discarded')),
    summary jsonb not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    primary key (commune_id, id),
    foreign key (commune_id, file_id) references stored_file
  );
  create table job (
    commune_id text not null references office,
    id uuid not null,
    kind text not null check (kind in ('print-packets', 'import-households')),
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    params jsonb not null,
    done integer not null default 0,
    total integer not null default 0,
    message jsonb,
    file_id uuid,
    created_by uuid,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    primary key (commune_id, id),
    foreign key (commune_id, file_id) references stored_file
  );
`;

const AUDIT = `
  create table audit_entry (
    seq bigint primary key,
    at timestamptz not null,
    commune_id text,
    account_id uuid,
    action text not null,
    subject text not null,
    detail jsonb not null,
    previous bytea not null,
    hash bytea not null
  );
  create function append_audit(p_commune text, p_account uuid, p_action text, p_subject text, p_detail jsonb)
  returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare last_seq bigint; last_hash bytea; next_at timestamptz := clock_timestamp();
  begin
    perform pg_advisory_xact_lock(4242001);
    select seq, hash into last_seq, last_hash from audit_entry order by seq desc limit 1;
    last_seq := coalesce(last_seq, 0) + 1;
    last_hash := coalesce(last_hash, sha256('gan-dan'::bytea));
    insert into audit_entry values (last_seq, next_at, p_commune, p_account, p_action, p_subject, p_detail, last_hash,
      sha256(last_hash || convert_to(jsonb_build_array(last_seq, extract(epoch from next_at), p_commune, p_account,
        p_action, p_subject, p_detail)::text, 'UTF8')));
    return last_seq;
  end $$;
`;

const SPECIAL_POLICIES = `
  alter table account enable row level security;
  create policy tenant on account using (authenticating() or commune_id = any((select visible_communes())::text[]))
    with check (authenticating() or commune_id = any((select visible_communes())::text[]));
  alter table session enable row level security;
  create policy authenticating on session using (authenticating());
  alter table login_failure enable row level security;
  create policy authenticating on login_failure using (authenticating());
  alter table setup_code enable row level security;
  create policy authenticating on setup_code using (authenticating());
  alter table audit_entry enable row level security;
  create policy tenant on audit_entry for select using (commune_id = any((select visible_communes())::text[]));
`;

const GRANTS = `
  grant usage on schema public to gandan_app;
  grant select, insert, update, delete on all tables in schema public to gandan_app;
  revoke insert, update, delete on audit_entry, unit, unit_successor from gandan_app;
  revoke update, delete on sheet, sheet_event, meeting_record, response, petition, petition_event, evaluation, evaluation_step,
    indicator_value, indicator_evidence, layout from gandan_app;
  revoke execute on function append_audit from public;
  grant execute on function append_audit to gandan_app;
`;
