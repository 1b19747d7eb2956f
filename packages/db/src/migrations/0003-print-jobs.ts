import { type Kysely, sql } from 'kysely';

/**
 * Printing in steps. Numbers are given out first and written down as a plan, so that a job that is picked up again draws
 * the very same paper; the ledger learns of the sheets when their files are complete. A job shows its step and its bytes,
 * and may leave several files. Feedback slips leave nothing but the hashes of their tokens.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(JOB).execute(db);
  await sql.raw(PLAN).execute(db);
  await sql.raw(FILES).execute(db);
  await sql.raw(SLIPS).execute(db);
  for (const table of ['print_plan', 'print_file', 'slip_token']) await sql.raw(tenant(table)).execute(db);
  await sql.raw(GRANTS).execute(db);
}

const JOB = `
  alter table job drop constraint job_kind_check;
  alter table job add constraint job_kind_check
    check (kind in ('print-packets', 'print-self-forms', 'import-households'));
  alter table job add column phase text check (phase in ('numbering', 'drawing', 'storing'));
  alter table job add column bytes bigint not null default 0;
`;

// A plan names households, so it goes as soon as its job is over, however it ends.
const PLAN = `
  create table print_plan (
    commune_id text not null,
    job_id uuid not null,
    plan jsonb not null,
    made_at timestamptz not null default now(),
    primary key (commune_id, job_id),
    foreign key (commune_id, job_id) references job on delete cascade
  );
  create function forget_print_plan() returns trigger language plpgsql as $$
  begin
    delete from print_plan where commune_id = new.commune_id and job_id = new.id;
    return null;
  end $$;
  create trigger forget_print_plan after update of state on job for each row
    when (new.state in ('done', 'failed', 'cancelled')) execute function forget_print_plan();
`;

const FILES = `
  create table print_file (
    commune_id text not null,
    job_id uuid not null,
    seq integer not null,
    file_id uuid not null,
    pages integer not null check (pages > 0),
    sheets integer not null check (sheets >= 0),
    slips integer not null default 0 check (slips >= 0),
    meeting_ids uuid[] not null default '{}',
    primary key (commune_id, job_id, seq),
    foreign key (commune_id, job_id) references job on delete cascade,
    foreign key (commune_id, file_id) references stored_file
  );
  create index print_file_meetings on print_file using gin (meeting_ids);
`;

// No household, no meeting, no job, no moment: the group and the half-year are all that a slip may tell.
const SLIPS = `
  create table slip_token (
    commune_id text not null references office,
    token_hash bytea not null check (octet_length(token_hash) = 32),
    group_id uuid not null,
    period text not null check (period ~ '^\\d{4}-[12]$'),
    layout_id text not null,
    primary key (commune_id, token_hash),
    foreign key (commune_id, group_id) references resident_group
  );
`;

const tenant = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy tenant on ${table} using (commune_id = any((select visible_communes())::text[]))
    with check (commune_id = any((select visible_communes())::text[]));
`;

const GRANTS = `
  grant select, insert, update, delete on print_plan to gandan_app;
  grant select, insert on print_file, slip_token to gandan_app;
`;
