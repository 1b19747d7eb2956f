import { createHmac, randomBytes } from 'node:crypto';
import { entrySecret, findDoubleEntry, insertSecondKeying } from '@gandan/db/entry';
import type { FoundSheet } from '@gandan/db/sheets';
import type { Work } from '@gandan/db/work';
import { lotOf, secondKeyingOf } from '@gandan/domain/entry';
import { communeOf } from '@gandan/domain/policy';
import type { PaperQuestion } from '@gandan/domain/questionnaires';

/**
 * Draws a sheet that was just entered, as the office has set it for its questionnaire. Drawn after the first keying, by a
 * secret that nobody reads: whoever keys cannot take more care over the sheets that will be checked.
 */
export async function drawSheet(work: Work, sheet: FoundSheet, questions: readonly PaperQuestion[]): Promise<void> {
  const communeId = communeOf(work);
  const setting = await findDoubleEntry(work.trx, communeId, sheet.questionnaireId);
  if (setting === undefined || (setting.share === 0 && !setting.evaluated)) return;
  const secret = await entrySecret(work.trx, communeId, () => randomBytes(32));
  const lot = lotOf(createHmac('sha256', secret).update(sheet.number).digest());
  const drawn = secondKeyingOf(setting, lot, questions);
  if (drawn === 'none') return;
  await insertSecondKeying(work.trx, {
    communeId,
    year: sheet.year,
    sheetNumber: sheet.number,
    groupId: sheet.groupId,
    questions: drawn === 'all' ? null : [...drawn],
    drawnAt: work.now,
  });
}
