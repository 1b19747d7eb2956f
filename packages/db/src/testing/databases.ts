import pg from 'pg';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'gandan_template';

/** The same server and user, another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = database;
  return other.href;
}

export const createDatabase = (url: string, name: string, template = 'template1'): Promise<void> =>
  run(url, `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`);

/** Removes a database, also under open connections. */
export const dropDatabase = (url: string, name: string): Promise<void> =>
  run(url, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);

async function run(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
