import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { generateTypes } from './generate.ts';

/** Tables above the communes; each has its own reason to be here. */
const SHARED = {
  unit: 'provinces and communes, read by all',
  unit_successor: 'what went into which commune, read by all',
  account: 'province admins belong to no commune; own policy',
  session: 'looked up before anybody is known; own policy',
  login_failure: 'kept by account and address; own policy',
  setup_code: 'before there is any commune; own policy',
  audit_entry: 'one chain over all communes; own policy, written by append_audit only',
  kysely_migration: 'the migrator’s',
  kysely_migration_lock: 'the migrator’s',
};
/** Facts: added, never changed. */
const FACTS = [
  'sheet',
  'sheet_event',
  'meeting_record',
  'response',
  'petition_event',
  'evaluation',
  'evaluation_step',
  'indicator_value',
  'indicator_evidence',
  'layout',
  'entry_secret',
  'double_entry_setting',
  'second_keying',
  'adjudication',
  'stray_sheet',
  'stray_sheet_outcome',
];

interface Table {
  name: string;
  key: string[] | null;
  secured: boolean;
  forced: boolean;
  policies: number;
}

describe('the schema', () => {
  let t: TestDatabase;
  let tables: Table[];
  beforeAll(async () => {
    t = await testDatabase();
    const { rows } = await sql<Table>`
      select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
         from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
         where i.indrelid = c.oid and i.indisprimary) as key,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(t.ownerDb);
    tables = rows;
  });
  afterAll(() => t.drop());

  it('is what the generated types say (run `pnpm types` in packages/db after a change)', async () => {
    expect(await generateTypes(t.ownerDb)).toBe(readFileSync(join(import.meta.dirname, 'db.gen.ts'), 'utf8'));
  });

  it('keys every tenant table by commune first, and forces row-level security on it', () => {
    const tenants = tables.filter((table) => !(table.name in SHARED));
    expect(tenants.length).toBeGreaterThan(20);
    for (const table of tenants) {
      expect(table, table.name).toMatchObject({ secured: true, forced: true });
      expect(table.key?.[0], table.name).toBe('commune_id');
      expect(table.policies, table.name).toBeGreaterThan(0);
    }
  });

  it('has row-level security on the shared tables that hold people too', () => {
    for (const name of ['account', 'session', 'login_failure', 'setup_code', 'audit_entry']) {
      expect(tables.find((table) => table.name === name)).toMatchObject({ secured: true });
    }
  });

  it('lets views see no more than their reader', async () => {
    const { rows } = await sql<{ name: string; options: string[] | null }>`
      select relname as name, reloptions as options from pg_class
      where relkind = 'v' and relnamespace = 'public'::regnamespace`.execute(t.ownerDb);
    expect(rows.length).toBeGreaterThan(0);
    for (const view of rows) expect(view.options, view.name).toContain('security_invoker=true');
  });

  it('gives the application no right to change or remove facts, the audit log, or units', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and (has_table_privilege('gandan_app', c.oid, 'update') or has_table_privilege('gandan_app', c.oid, 'delete'))
    `.execute(t.ownerDb);
    const changeable = rows.map((row) => row.name);
    for (const table of [...FACTS, 'audit_entry', 'unit', 'unit_successor']) expect(changeable).not.toContain(table);
  });

  it('lets the application own nothing and create nothing', async () => {
    const { rows } = await sql`
      select relname from pg_class where relowner = 'gandan_app'::regrole
      union all select 'may create' where has_schema_privilege('gandan_app', 'public', 'create')`.execute(t.ownerDb);
    expect(rows).toEqual([]);
  });
});
