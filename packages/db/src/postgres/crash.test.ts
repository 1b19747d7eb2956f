import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, connectOwner } from '../connect/index.ts';
import { migrate } from '../migrations/index.ts';
import type { DB } from '../schema/index.ts';
import { type SeededOffice, seedOffice } from '../testing/index.ts';
import { systemClock, withActor } from '../work/index.ts';
import { type PostgresServer, startPostgres } from './index.ts';
import { isAlive } from './processes.ts';

describe('when PostgreSQL is killed -9 while we live', () => {
  let folder: string;
  let server: PostgresServer;
  let db: Kysely<DB>;
  let ownerDb: Kysely<DB>;
  let office: SeededOffice;
  const restarts: number[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gandan-crash-'));
    server = await startPostgres({ folder, onRestart: ({ pid }) => restarts.push(pid) });
    await migrate(server.url);
    db = connect(server.url);
    ownerDb = connectOwner(server.url);
    office = await seedOffice({ ownerDb });
  });
  afterAll(async () => {
    await Promise.all([db.destroy(), ownerDb.destroy()]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const household = (code: string) => {
    const key = { sortKey: 'mau', searchKey: 'mau', validFrom: '2026-01-01' };
    const { communeId, groups } = office;
    return { communeId, groupId: groups[0].id, id: v7(), code, headName: 'Nguyễn Văn Mẫu', address: 'Ấp Mẫu', ...key };
  };
  const codes = async (prefix: string) => {
    const rows = await ownerDb.selectFrom('household').select('code').where('code', 'like', `${prefix}%`).execute();
    return new Set(rows.map((row) => row.code));
  };

  it('nothing acknowledged is lost, no import is half there, and everybody works on by himself', async () => {
    const acknowledged: string[] = [];
    let refused = 0;
    let writing = true;
    const clerk = async (name: string) => {
      for (let n = 0; writing; n++) {
        const code = `KEYED-${name}-${n}`;
        const write = withActor(db, office.actors.clerk, systemClock, ({ trx }) =>
          trx.insertInto('household').values(household(code)).execute(),
        );
        await write.then(
          () => acknowledged.push(code),
          () => refused++,
        );
      }
    };
    const clerks = [clerk('A'), clerk('B'), clerk('C')];

    for (let round = 0; round < 3; round++) {
      const killed = server.pid();
      const importing = withActor(db, office.actors.clerk, systemClock, async ({ trx }) => {
        const rows = Array.from({ length: 500 }, (_, n) => household(`IMPORT-${round}-${n}`));
        await trx.insertInto('household').values(rows).execute();
        process.kill(killed, 'SIGKILL');
        await sql`select pg_sleep(30)`.execute(trx);
      });
      await expect(importing).rejects.toThrow();
      const before = acknowledged.length;
      while (acknowledged.length < before + 20) await pause(20);
      expect(server.pid()).not.toBe(killed);
      expect(isAlive(server.pid())).toBe(true);
    }
    writing = false;
    await Promise.all(clerks);

    expect(restarts).toHaveLength(3);
    const kept = await codes('KEYED-');
    expect(acknowledged.filter((code) => !kept.has(code))).toEqual([]);
    // A commit that was on its way when the server died may be there without its answer: at most one a clerk and kill.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(refused);
    expect(await codes('IMPORT-')).toEqual(new Set());
  });

  it('one killed connection makes the server begin anew; who has not begun yet waits instead of failing', async () => {
    // An onlooker's connection ends when the server has begun to put an end to everybody's: only then is a transaction that
    // starts one that "has not begun yet".
    const onlooker = new pg.Client({ connectionString: server.url });
    await onlooker.connect();
    const everybodyEnds = new Promise<void>((ended) => {
      onlooker.on('error', () => ended());
      onlooker.on('end', () => ended());
    });
    const victim = withActor(db, office.actors.clerk, systemClock, async ({ trx }) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await trx.insertInto('household').values(household('VICTIM')).execute();
      process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
      await sql`select pg_sleep(30)`.execute(trx);
    });
    await expect(victim).rejects.toThrow();
    await everybodyEnds;
    const found = withActor(db, office.actors.clerk, systemClock, ({ trx }) =>
      trx.selectFrom('household').select('id').where('code', '=', 'VICTIM').execute(),
    );
    expect(await found).toEqual([]);
  });
});
