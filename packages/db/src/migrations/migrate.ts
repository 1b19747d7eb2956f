import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DomainError } from '@gandan/domain/errors';
import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { connectOwner } from '../connect/index.ts';
import type { DB } from '../schema/index.ts';
import { loadReferenceUnits } from '../units/reference.ts';

/** `0001-base.ts`, `0002-….ts`: one change each, in the order of their numbers, forward only. */
const MIGRATION_FILE = /^\d{4}-[a-z0-9-]+\.ts$/;

const fromFolder: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {};
    for (const name of migrationNames()) {
      const module: Migration = await import(pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href);
      migrations[name] = { up: module.up };
    }
    return migrations;
  },
};

/** Names of all migrations of this release, oldest first. */
export const migrationNames = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((file) => MIGRATION_FILE.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

export interface MigrationTarget {
  /** The last migration to apply, of an empty database; the newest when absent. */
  readonly upTo?: string | undefined;
}

/**
 * Brings a database to the newest schema and reference data; `applied` names what was done, nothing when it was there already. Several
 * processes may call it at once (one waits). Refuses a database that a newer release has migrated.
 */
export async function migrate(ownerUrl: string, target: MigrationTarget = {}): Promise<{ applied: string[] }> {
  const db = connectOwner(ownerUrl);
  try {
    return await migrateDatabase(db, target);
  } finally {
    await db.destroy();
  }
}

/** The same over an open connection of the owner. */
export async function migrateDatabase(
  ownerDb: Kysely<DB>,
  { upTo }: MigrationTarget = {},
): Promise<{ applied: string[] }> {
  const migrator = new Migrator({ db: ownerDb.withoutPlugins(), provider: fromFolder });
  const { error, results = [] } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw isNewer(error) ? newerDatabase() : error;
  await loadReferenceUnits(ownerDb);
  return { applied: results.map((result) => result.migrationName) };
}

const isNewer = (error: unknown) => error instanceof Error && /corrupted migrations.*is missing/.test(error.message);

const newerDatabase = () =>
  new DomainError('conflict', 'database.newer', {
    vi: 'Cơ sở dữ liệu đã được một bản Gần Dân mới hơn nâng cấp. Hãy chạy bản mới hơn, hoặc khôi phục bản sao lưu của bản này vào thư mục dữ liệu khác.',
    en: 'A newer release of Gần Dân has upgraded this database. Run the newer release, or restore a backup of this one into another data folder.',
  });
