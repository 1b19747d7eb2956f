import { type ColumnType, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { DB } from './db.gen.ts';

/** What a query function takes: the database or, nearly always, one transaction of it. */
export type Db = Kysely<DB> | Transaction<DB>;

/** A `jsonb` column: written as JSON text (see `json`), read as whatever was written. */
export type Jsonb = ColumnType<unknown, string, string>;

/**
 * A value for a `jsonb` column. The driver would write JavaScript arrays as PostgreSQL arrays, so the types ask for this.
 *
 * @example .values({ params: json({ groups }) })
 */
export const json = (value: unknown): RawBuilder<string> => sql<string>`${JSON.stringify(value)}::jsonb`;
