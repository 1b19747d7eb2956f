import { type Kysely, sql } from 'kysely';

/**
 * Drafts that are saved while one types: `revision` says what a change is based on, `noted` when each person's changes
 * were last put into the audit log. Of each questionnaire at most one version is a draft and at most one is in force.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(DRAFTS).execute(db);
  await sql.raw(ONE_EACH).execute(db);
}

const DRAFTS = `
  alter table questionnaire_version add column revision integer not null default 1 check (revision > 0);
  alter table questionnaire_version add column changed_at timestamptz not null default now();
  alter table questionnaire_version add column noted jsonb not null default '{}';
`;

const ONE_EACH = `
  create unique index questionnaire_draft on questionnaire_version (commune_id, questionnaire_id) where state = 'draft';
  create unique index questionnaire_in_force on questionnaire_version (commune_id, questionnaire_id)
    where state = 'published';
`;
