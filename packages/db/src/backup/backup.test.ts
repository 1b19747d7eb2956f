import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '../audit/index.ts';
import { json } from '../schema/index.ts';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '../testing/index.ts';
import { systemClock, withActor } from '../work/index.ts';
import { backupTo, hashTables, restoreFrom } from './index.ts';

const AWKWARD = `Nguyễn Thị Ví Dụ\n\t\\N "O'Mẫu" \u202eعربي\u202c 👪 ${'ễ'.normalize('NFD')}`;
const PDF = Buffer.from('%PDF-1.7 a fictional packet\n'.repeat(5000));

describe('a backup', () => {
  let folder: string;
  let t: TestDatabase;
  let office: SeededOffice;
  let file: string;
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  const store = (name: string) => (stored: { sha256: string }) =>
    join(folder, name, stored.sha256.slice(0, 2), stored.sha256);
  const backup = (to: string) => backupTo(to, { ownerUrl: t.url, pathOf: store('files') });
  const restore = (from: string, into: TestDatabase, name = 'restored') =>
    restoreFrom(from, { ownerUrl: into.url, pathOf: store(name) });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gandan-backup-'));
    t = await testDatabase();
    office = await seedOffice(t);
    await withActor(t.db, office.actors.clerk, systemClock, async ({ trx, newId, audit }) => {
      const { communeId, groups } = office;
      const key = { sortKey: 'x', searchKey: 'x', validFrom: '2026-01-01' };
      const rows = Array.from({ length: 2400 }, (_, n) => ({
        ...{ communeId, id: newId(), groupId: groups[n % 2 === 0 ? 0 : 1].id, code: `HO-${n}` },
        ...{ headName: n === 7 ? AWKWARD : `Trần Văn Thử ${n}`, address: '', ...key },
      }));
      await trx.insertInto('household').values(rows).execute();
      const stored = {
        communeId,
        id: newId(),
        sha256,
        name: 'phiếu.pdf',
        mediaType: 'application/pdf',
        size: PDF.length,
      };
      await trx.insertInto('storedFile').values(stored).execute();
      const job = { communeId, id: newId(), kind: 'print-packets', state: 'done', params: json({ list: [1, 'hai'] }) };
      await trx
        .insertInto('job')
        .values({ ...job, fileId: stored.id })
        .execute();
      await trx
        .insertInto('evaluation')
        .values({ communeId, year: 2026, id: newId(), cadreId: office.cadres[0].id, scheme: json({}) })
        .execute();
      await audit('households.import', 'file', { rows: rows.length });
    });
    const path = store('files')({ sha256 });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, PDF);
    file = join(folder, 'sao-luu.gandan');
  });
  afterAll(async () => {
    await t.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is one file that only its owner may read, and says how far it is', async () => {
    const seen: number[] = [];
    const options = { ownerUrl: t.url, pathOf: store('files') };
    const summary = await backupTo(file, { ...options, onProgress: ({ done, total }) => seen.push(done / total) });
    expect(summary).toMatchObject({ files: 1, missingFiles: [] });
    expect(summary.rows).toBeGreaterThan(2400 + 3321 + 10_000);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('comes back equal, row by row and file by file, with the audit chain whole', async () => {
    const copy = await testDatabase({ empty: true });
    const summary = await restore(file, copy);
    expect(summary).toMatchObject({ files: 1 });
    expect(await hashTables(copy.url)).toEqual(await hashTables(t.url));
    expect(readFileSync(store('restored')({ sha256 }))).toEqual(PDF);
    expect((await verifyAuditChain(copy.ownerDb)).brokenAt).toBe(null);
    const row = await copy.ownerDb
      .selectFrom('household')
      .select('headName')
      .where('code', '=', 'HO-7')
      .executeTakeFirst();
    expect(row?.headName).toBe(AWKWARD);
    const forced = await hashForced(copy);
    expect(forced).toEqual(await hashForced(t));
    const seen = await withActor(copy.db, office.actors.cadre, systemClock, ({ trx }) =>
      trx.selectFrom('household').select('id').execute(),
    );
    expect(seen).toHaveLength(1200);
    await copy.drop();
  });

  it('goes into an empty database only', async () => {
    await expect(restore(file, t)).rejects.toMatchObject({ kind: 'conflict', code: 'backup.not-empty' });
    const started = await testDatabase();
    await restore(file, started);
    expect(await hashTables(started.url)).toEqual(await hashTables(t.url));
    await started.drop();
  });

  it('is of one moment while people go on working', async () => {
    let writing = true;
    const clerk = async () => {
      for (let n = 0; writing; n++) {
        await withActor(t.db, office.actors.clerk, systemClock, async (work) => {
          const { communeId, groups } = office;
          const key = { sortKey: 'x', searchKey: 'x', validFrom: '2026-01-01' };
          const household = { communeId, groupId: groups[0].id, headName: 'Lê Thử', address: '', ...key };
          await work.trx
            .insertInto('household')
            .values({ ...household, id: v7(), code: `BUSY-${n}` })
            .execute();
          await work.audit('households.write', `BUSY-${n}`);
        });
      }
    };
    const clerks = clerk();
    const busy = join(folder, 'busy.gandan');
    await backup(busy);
    writing = false;
    await clerks;
    const copy = await testDatabase({ empty: true });
    await restore(busy, copy, 'busy');
    const count = async (rows: Promise<unknown[]>) => (await rows).length;
    const households = await count(
      copy.ownerDb.selectFrom('household').select('id').where('code', 'like', 'BUSY-%').execute(),
    );
    const lines = await count(
      copy.ownerDb.selectFrom('auditEntry').select('seq').where('subject', 'like', 'BUSY-%').execute(),
    );
    expect(households).toBe(lines);
    await copy.drop();
  });

  const refusal = async (bytes: Buffer | null, into: TestDatabase) => {
    const broken = join(folder, 'broken.gandan');
    rmSync(broken, { force: true });
    if (bytes !== null) writeFileSync(broken, bytes);
    const error: unknown = await restore(broken, into, 'broken').catch((reason: unknown) => reason);
    return error instanceof Error && 'code' in error ? error.code : error;
  };

  it('that is damaged, cut off, changed, newer, or none at all is refused in words, and nothing is restored', async () => {
    const copy = await testDatabase({ empty: true });
    const good = readFileSync(file);
    const plain = gunzipSync(good);
    const at = (share: number) => Math.floor(good.length * share);
    const flipped = (position: number) => {
      const bytes = Buffer.from(good);
      bytes[position] = (bytes[position] ?? 0) ^ 0x10;
      return bytes;
    };
    const edited = (from: string, to: string) =>
      gzipSync(Buffer.from(plain.toString('latin1').replace(from, to), 'latin1'));

    expect(await refusal(null, copy)).toBe('backup.no-file');
    for (const nonsense of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), gzipSync('hello'), gzipSync('H\0\0\0\u0002{}')]) {
      expect(['backup.not-a-backup', 'backup.damaged']).toContain(await refusal(nonsense, copy));
    }
    for (const share of [0.01, 0.3, 0.7, 0.999])
      expect(await refusal(good.subarray(0, at(share)), copy)).toBe('backup.damaged');
    for (const share of [0.1, 0.5, 0.9]) expect(await refusal(flipped(at(share)), copy)).toBe('backup.damaged');
    expect(await refusal(Buffer.concat([good, good]), copy)).toBe('backup.damaged');
    expect(await refusal(edited('\tHO-77\t', '\tHO-99999\t'), copy)).toBe('backup.damaged');
    expect(await refusal(edited('\tHO-77\t', '\tHO-88\t'), copy)).toBe('backup.damaged');
    expect(await refusal(edited('\tTO-01\t', '\tTO-91\t'), copy)).toBe('backup.damaged');
    expect(await refusal(edited('"version":1', '"version":2'), copy)).toBe('backup.newer');
    expect(await refusal(edited('0001-base', '9999-base'), copy)).toBe('backup.newer');

    const { ownerDb } = copy;
    expect(await ownerDb.selectFrom('office').selectAll().execute()).toEqual([]);
    expect(await ownerDb.selectFrom('household').selectAll().execute()).toEqual([]);
    const left = existsSync(join(folder, 'broken')) ? readdirSync(join(folder, 'broken'), { recursive: true }) : [];
    expect(left.filter((name) => String(name).length > 2)).toEqual([]);
    await copy.drop();
  });

  it('tells which stored files are gone from the store instead of hiding it', async () => {
    rmSync(store('files')({ sha256 }));
    expect(await backup(join(folder, 'gone.gandan'))).toMatchObject({ files: 0, missingFiles: [sha256] });
  });

  it('that cannot be written says so and leaves nothing', async () => {
    await expect(backup(join(folder, 'no-such-folder', 'x.gandan'))).rejects.toMatchObject({
      code: 'backup.cannot-write',
    });
  });
});

async function hashForced(of: TestDatabase): Promise<unknown> {
  const rows = await of.ownerDb
    .withTables<{ pgClass: { relname: string; relforcerowsecurity: boolean } }>()
    .selectFrom('pgClass')
    .select(['relname', 'relforcerowsecurity'])
    .where('relforcerowsecurity', '=', true)
    .orderBy('relname')
    .execute();
  return rows;
}
