import { findStray, insertStray, insertStrayOutcome, listStrays } from '@gandan/db/entry';
import type { Work } from '@gandan/db/work';
import { conflict, DomainError, found } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { parseSheetNumber, STRAY_KINDS, type StrayKind } from '@gandan/domain/sheets';
import { requireUsable, sheetOf } from '../sheets/find.ts';

/** What each refusal of a sheet makes of it; any other refusal is none of the tray's business. */
const KIND_OF: Readonly<Record<string, StrayKind>> = {
  'sheet.foreign': 'foreign',
  'sheet.unknown': 'unknown',
  'sheet.replaced': 'outdated',
  'sheet.void': 'void',
  'meeting.closed': 'late',
  'meeting.cancelled': 'late',
};

/** The tray, by why the sheets lie in it. */
export async function strays(work: Work) {
  require(work.actor, 'entry.read');
  const rows = await listStrays(work.trx, communeOf(work));
  return STRAY_KINDS.map((kind) => ({ kind, items: rows.filter((row) => row.kind === kind) }));
}

/** Puts a sheet that cannot be keyed into the tray. Why is found out here, not asked; a sheet that can be is refused. */
export async function putAside(work: Work, text: string, note?: string | null) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const { text: number } = parseSheetNumber(text);
  const { kind, sentence } = await judge(work, number);
  const lies = (await listStrays(work.trx, communeId)).find(
    (row) => row.number === number && row.kind === kind && row.outcome === null,
  );
  if (lies !== undefined) return { created: false, id: lies.id, number, kind, sentence };
  const id = work.newId();
  const by = { byAccount: work.actor.userId, at: work.now };
  await insertStray(work.trx, { communeId, id, number, kind, note: note?.trim() || null, ...by });
  await work.audit('entry.aside', number, { kind });
  return { created: true, id, number, kind, sentence };
}

/** Takes a sheet out of the tray, saying what was done with the paper. */
export async function takeOut(work: Work, id: string, outcome: string) {
  require(work.actor, 'entry.write');
  const communeId = communeOf(work);
  const stray = found(await findStray(work.trx, communeId, id), {
    vi: 'phiếu này trong khay',
    en: 'such sheet in the tray',
  });
  if (stray.outcome !== null) throw takenOut(stray.number, stray.outcome);
  await insertStrayOutcome(work.trx, {
    ...{ communeId, strayId: id, outcome: outcome.trim() },
    ...{ byAccount: work.actor.userId, at: work.now },
  });
  await work.audit('entry.aside-done', stray.number);
  return { id, number: stray.number, outcome: outcome.trim() };
}

async function judge(work: Work, number: string) {
  try {
    const sheet = await sheetOf(work, number);
    if (sheet.state === 'entered' || sheet.state === 'verified')
      return { kind: 'duplicate' as const, sentence: DUPLICATE };
    await requireUsable(work, sheet);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const kind = KIND_OF[error.code];
    if (kind === undefined) throw error;
    return { kind, sentence: error.sentence };
  }
  throw conflict('stray.usable', {
    vi: `Phiếu ${number} dùng được: hãy nhập phiếu thay vì để riêng.`,
    en: `Sheet ${number} can be keyed: key it instead of putting it aside.`,
  });
}

const DUPLICATE = {
  vi: 'Phiếu này đã được nhập từ một bản khác.',
  en: 'This sheet was entered already, from another copy.',
};

const takenOut = (number: string, outcome: string) =>
  conflict('stray.done', {
    vi: `Phiếu ${number} đã được lấy khỏi khay: ${outcome}.`,
    en: `Sheet ${number} was taken out of the tray already: ${outcome}.`,
  });
