import type { Kysely } from 'kysely';
import { generate, PostgresDialect } from 'kysely-codegen';
import type { DB } from './db.gen.ts';

/** The TypeScript of a migrated database, as `db.gen.ts` holds it. */
export async function generateTypes(ownerDb: Kysely<DB>): Promise<string> {
  return await generate({
    db: ownerDb.withoutPlugins(),
    dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'number', domains: true }),
    camelCase: true,
    excludePattern: '(kysely_migration*|pgboss*)',
    typeMapping: { int8: 'number', json: 'Jsonb', jsonb: 'Jsonb' },
    customImports: { Jsonb: './db.ts' },
    outFile: null,
  });
}
