import { countSheets } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { communeOf } from '@gandan/domain/policy';
import { type MeetingSum, type SheetState, sumSheets } from '@gandan/domain/sheets';

/** The sums of these meetings by their id; a meeting without sheets is not in it. */
export async function sumsOf(
  work: Work,
  meetings: readonly { readonly year: number; readonly id: string }[],
): Promise<ReadonlyMap<string, MeetingSum>> {
  const sums = new Map<string, MeetingSum>();
  for (const [year, ofYear] of Map.groupBy(meetings, (meeting) => meeting.year)) {
    const ids = ofYear.map((meeting) => meeting.id);
    const rows = await countSheets(work.trx, communeOf(work), year, ids);
    for (const [id, counts] of Map.groupBy(rows, (row) => row.meetingId)) {
      const byState: Partial<Record<SheetState, number>> = {};
      for (const { state, n } of counts) byState[state] = n;
      sums.set(id, sumSheets(byState));
    }
  }
  return sums;
}
