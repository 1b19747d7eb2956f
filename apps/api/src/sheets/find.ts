import { cadresOfGroups } from '@gandan/db/meetings';
import { type FoundSheet, findNewestNumber, findSheet } from '@gandan/db/sheets';
import { findOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { requireOpenMeeting } from '@gandan/domain/meetings';
import { type Action, communeOf, require } from '@gandan/domain/policy';
import { foreignSheet, parseSheetNumber, requireInForce, unknownSheet } from '@gandan/domain/sheets';

/** The sheet of a number in any form that a person types or a scanner reads; foreign and unknown ones say so. */
export async function sheetOf(work: Work, text: string): Promise<FoundSheet> {
  const communeId = communeOf(work);
  const { text: number, prefix } = parseSheetNumber(text);
  const sheet = await findSheet(work.trx, communeId, number);
  if (sheet !== undefined) return sheet;
  const office = await findOffice(work.trx, communeId);
  if (office !== undefined && office.sheetPrefix !== prefix) throw foreignSheet(number, office.sheetPrefix);
  throw unknownSheet(number);
}

/** Whoever follows the group on the day of the meeting does not touch its paper, whatever else he may do. */
export async function requirePaper(
  work: Work,
  action: Action,
  meeting: { readonly groupId: string; readonly heldOn: string },
): Promise<void> {
  const communeId = communeOf(work);
  const cadres = await cadresOfGroups(work.trx, communeId, [meeting.groupId], meeting.heldOn);
  const groupCadreIds = cadres.map((cadre) => cadre.id);
  require(work.actor, action, { communeId, groupId: meeting.groupId, groupCadreIds });
}

/** Refuses void and replaced sheets, and those of a closed or cancelled meeting. */
export async function requireUsable(work: Work, sheet: FoundSheet): Promise<void> {
  const { year, meetingId, householdId } = sheet;
  const newest =
    sheet.generation < sheet.newestGeneration
      ? await findNewestNumber(work.trx, communeOf(work), year, meetingId, householdId)
      : undefined;
  requireInForce(sheet, newest);
  requireOpenMeeting({ groupName: sheet.groupName, heldOn: sheet.heldOn, state: sheet.meetingState });
}
