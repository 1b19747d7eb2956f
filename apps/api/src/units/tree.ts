import { findUnit, listCommunes, listProvinces, predecessorsOf, successorsOf } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { found, notFound } from '@gandan/domain/errors';
import { require } from '@gandan/domain/policy';
import { searchKey, searchWords } from '@gandan/domain/text';

/** At most so many communes are shown for a search; a province has up to 168. */
const COMMUNES_SHOWN = 200;
const UNIT = { vi: 'đơn vị hành chính này', en: 'such unit' };

export async function provinces(work: Work) {
  require(work.actor, 'units.read');
  return listProvinces(work.trx);
}

/** Communes of a province and/or whose name holds all the words typed, accents or not. */
export async function communes(work: Work, { province, q }: { province?: string | undefined; q?: string | undefined }) {
  require(work.actor, 'units.read');
  const words = searchWords(q ?? '');
  const rows = await listCommunes(work.trx, province);
  return rows
    .filter((row) => {
      const key = searchKey(row.code, row.name);
      return words.every((word) => key.includes(word));
    })
    .slice(0, COMMUNES_SHOWN);
}

/** One unit with what it was made of; a code from before the reform answers with what it became. */
export async function unit(work: Work, code: string) {
  require(work.actor, 'units.read');
  const row = await findUnit(work.trx, code);
  const successors = await successorsOf(work.trx, code);
  if (row === undefined) {
    const [first] = successors;
    const { fromName, fromPath } = found(first, UNIT);
    return { code, kind: null, name: fromName, path: fromPath, predecessors: [], successors: successors.map(after) };
  }
  if (row.kind === 'district') throw notFound(UNIT);
  return { ...row, predecessors: await predecessorsOf(work.trx, code), successors: successors.map(after) };
}

function after({ code, name, onDate }: { code: string; name: string; onDate: string }) {
  return { code, name, onDate };
}
