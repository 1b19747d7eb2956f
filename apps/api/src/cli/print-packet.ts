import { readFile } from 'node:fs/promises';
import { findMeetingOn } from '@gandan/db/meetings';
import { findGroupByCode } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { formatDate, type PlainDate, parsePlainDate } from '@gandan/domain/calendar';
import { conflict, DomainError, invalidField } from '@gandan/domain/errors';
import { communeOf } from '@gandan/domain/policy';
import { drawPrint, formsOf, requirePrintable } from '../meetings/draw.ts';
import { enterPrint } from '../meetings/enter-print.ts';
import { numberPackets, planPackets } from '../meetings/print.ts';
import { plan } from '../meetings/service.ts';
import type { Run } from './verb.ts';
import { type PreparedFile, prepareOut } from './write-out.ts';

/**
 * `gandan print packet --group CODE --date YYYY-MM-DD --out FILE.pdf`: plans the meeting when there is none that day.
 * Run twice, it writes the same paper twice; `--again` is the reprint that voids the old copies.
 */
export const run: Run = async ({ values, path, deps, office }) => {
  const code = given(values.group, 'group', 'mã tổ, ví dụ TO-01');
  const heldOn = parsePlainDate(given(values.date, 'date', 'ngày họp, ví dụ 2026-11-12'));
  const out = path(given(values.out, 'out', 'tệp PDF sẽ ghi, ví dụ phieu.pdf'));
  const { as } = await deps();
  const actor = await office();
  let file: PreparedFile | undefined;
  try {
    // One packet is drawn in a moment: all in one transaction, so that a refusal leaves nothing at all.
    const { print, meeting } = await as(actor, async (work) => {
      const found = await meetingOn(work, code, heldOn);
      const request = { meetings: [found], again: values.again === true };
      requirePrintable(await planPackets(work, request));
      const plan = await numberPackets(work, request);
      await drawPrint(plan, await formsOf(work, plan), {}, async ([drawn]) => {
        if (drawn !== undefined) file = await prepareOut(out, await readFile(drawn.path));
      });
      if (!(await enterPrint(work, plan, [], work.newId()))) throw printedElsewhere();
      return { print: plan, meeting: found };
    });
    // The ledger knows the numbers now, so paper with them may exist. Killed here, the next run writes the same file.
    await file?.commit();
    const views = print.files.flatMap(({ packets }) => packets.map(({ view }) => view));
    const numbers = views.flatMap((view) => view.sheets.map((sheet) => sheet.number));
    const group = views[0]?.group.name ?? code;
    const { year, id } = meeting;
    return {
      sentence: {
        vi: `Đã in ${numbers.length} phiếu của ${group} họp ngày ${formatDate(heldOn)} vào ${out}. In cỡ thật 100 %.`,
        en: `Printed ${numbers.length} sheets of ${group}, meeting on ${formatDate(heldOn)}, to ${out}. Print at actual size, 100 %.`,
      },
      data: { file: out, meeting: { year, id }, heldOn, group, sheets: numbers.length, numbers },
    };
  } finally {
    await file?.discard();
  }
};

async function meetingOn(work: Work, code: string, heldOn: PlainDate): Promise<{ year: number; id: string }> {
  const communeId = communeOf(work);
  const group = await findGroupByCode(work.trx, communeId, code, heldOn);
  if (group === undefined) throw unknownGroup(code);
  const known = await findMeetingOn(work.trx, communeId, group.id, heldOn);
  const [meeting] = known === undefined ? await plan(work, { groupIds: [group.id], heldOn }) : [known];
  if (meeting === undefined) throw unknownGroup(code);
  return { year: meeting.year, id: meeting.id };
}

function given(value: string | boolean | undefined, option: string, vi: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw invalidField(option, 'cli.missing', { vi: `Thiếu --${option}: ${vi}.`, en: `--${option} is missing.` });
}

function unknownGroup(code: string): DomainError {
  return new DomainError('not-found', 'group.unknown', {
    vi: `Không có tổ nào mang mã “${code.slice(0, 40)}”. Xem mã ở trang Tổ nhân dân tự quản.`,
    en: `There is no group with the code “${code.slice(0, 40)}”. The codes stand on the page of groups.`,
  });
}

const printedElsewhere = () =>
  conflict('print.sheets-moved', {
    vi: 'Trong lúc in, phiếu của kỳ họp này được thu hoặc in ở nơi khác nên chưa in được. Hãy in lại.',
    en: 'While printing, sheets of this meeting were returned or printed elsewhere. Print again.',
  });
