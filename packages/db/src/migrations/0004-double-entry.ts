import { type Kysely, sql } from 'kysely';

/**
 * Double entry. The office says per questionnaire what is keyed twice; when a sheet is first entered it is drawn by a hash
 * of its number with the office's secret. The second keying is a response of pass 2, what a third person decided a fact
 * of its own, and what counts of the sheet the last response of pass 1. Sheets that are not ours to key lie in a tray.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [SETTINGS, DRAW, ADJUDICATION, CURRENT, TRAY]) await sql.raw(statement).execute(db);
  for (const table of ['entry_secret', 'double_entry_setting', 'stray_sheet', 'stray_sheet_outcome']) {
    await sql.raw(policy(table, COMMUNE)).execute(db);
  }
  for (const table of ['second_keying', 'adjudication']) {
    await sql.raw(policy(table, `${COMMUNE} and ${GROUP}`)).execute(db);
  }
  await sql.raw(GRANTS).execute(db);
}

const SETTINGS = `
  create table entry_secret (
    commune_id text primary key references office,
    secret bytea not null check (octet_length(secret) = 32)
  );
  create table double_entry_setting (
    commune_id text not null,
    questionnaire_id uuid not null,
    seq integer not null,
    share integer not null check (share between 0 and 100),
    evaluated boolean not null,
    by_account uuid,
    at timestamptz not null default now(),
    primary key (commune_id, questionnaire_id, seq),
    foreign key (commune_id, questionnaire_id) references questionnaire
  );
  create trigger keep_secret before update or delete on entry_secret for each row execute function refuse_change();
  create trigger keep_setting before update or delete on double_entry_setting
    for each row execute function refuse_change();
`;

// `questions`: only these are keyed again; null: the whole sheet.
const DRAW = `
  create table second_keying (
    commune_id text not null,
    year integer not null,
    sheet_number text not null,
    group_id uuid not null,
    questions text[],
    drawn_at timestamptz not null default now(),
    primary key (commune_id, year, sheet_number),
    foreign key (commune_id, year, sheet_number) references sheet
  );
  create trigger keep_second before update or delete on second_keying for each row execute function refuse_change();
`;

const ADJUDICATION = `
  create table adjudication (
    commune_id text not null,
    year integer not null,
    id uuid not null,
    sheet_number text not null,
    group_id uuid not null,
    first_id uuid not null,
    second_id uuid not null,
    verdicts jsonb not null,
    result_id uuid not null,
    decided_by uuid not null,
    decided_at timestamptz not null default now(),
    primary key (commune_id, year, id),
    unique (commune_id, year, sheet_number),
    foreign key (commune_id, year, sheet_number) references second_keying,
    foreign key (commune_id, year, first_id) references response,
    foreign key (commune_id, year, second_id) references response,
    foreign key (commune_id, year, result_id) references response
  );
  create trigger keep_adjudication before update or delete on adjudication
    for each row execute function refuse_change();
`;

// Pass 2 only ever checks; what a sheet says is the newest row of pass 1.
const CURRENT = `
  create or replace view current_response with (security_invoker = true) as
    select r.* from response r
    where r.pass = 1 and not exists (
      select from response c where c.commune_id = r.commune_id and c.year = r.year and c.corrects_id = r.id);
`;

// The number is as it was read: it may belong to no sheet of ours.
const TRAY = `
  create table stray_sheet (
    commune_id text not null references office,
    id uuid not null,
    number text not null,
    kind text not null check (kind in ('foreign', 'unknown', 'duplicate', 'outdated', 'void', 'late')),
    note text,
    by_account uuid,
    at timestamptz not null default now(),
    primary key (commune_id, id)
  );
  create table stray_sheet_outcome (
    commune_id text not null,
    stray_id uuid not null,
    outcome text not null,
    by_account uuid,
    at timestamptz not null default now(),
    primary key (commune_id, stray_id),
    foreign key (commune_id, stray_id) references stray_sheet
  );
  create trigger keep_stray before update or delete on stray_sheet for each row execute function refuse_change();
  create trigger keep_stray_outcome before update or delete on stray_sheet_outcome
    for each row execute function refuse_change();
`;

const COMMUNE = 'commune_id = any((select visible_communes())::text[])';
const GROUP = '((select sees_all_groups()) or group_id = any((select visible_groups())::uuid[]))';

const policy = (table: string, predicate: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant on ${table} using (${predicate}) with check (${predicate});
`;

const GRANTS = `
  grant select, insert on entry_secret, double_entry_setting, second_keying, adjudication, stray_sheet,
    stray_sheet_outcome to gandan_app;
`;
