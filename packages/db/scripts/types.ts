/** `pnpm types`: migrates a throw-away database and writes src/schema/db.gen.ts from it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectOwner } from '../src/connect/index.ts';
import { migrateDatabase } from '../src/migrations/index.ts';
import { startPostgres } from '../src/postgres/index.ts';
import { generateTypes } from '../src/schema/generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'gandan-types-'));
const server = await startPostgres({ folder, settings: { fsync: 'off' } });
const ownerDb = connectOwner(server.url);
try {
  await migrateDatabase(ownerDb);
  writeFileSync(join(import.meta.dirname, '../src/schema/db.gen.ts'), await generateTypes(ownerDb));
} finally {
  await ownerDb.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
