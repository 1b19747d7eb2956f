import { insertOffice } from '@gandan/db/access';
import { findUnit } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { invalidField } from '@gandan/domain/errors';
import { nameRule, requireText } from '@gandan/domain/text';
import { requireSheetPrefix } from '@gandan/domain/units';
import { z } from 'zod';
import { installFor } from '../questionnaires/install.ts';

// Lengths are generous here; the rules of the domain refuse with a better sentence.
const text = z.string().max(1000);
/** What an office is made from; it can be changed later, but for the prefix once a sheet was printed. */
export const OfficeInput = z.strictObject({
  communeId: z.string().max(20),
  sheetPrefix: text,
  superiorName: text,
  issuerName: text,
  placeName: text,
});

const SUPERIOR = nameRule({ vi: 'Tên cơ quan cấp trên', en: 'The superior’s name' });
const ISSUER = nameRule({ vi: 'Tên cơ quan ban hành', en: 'The issuer’s name' });
const PLACE = nameRule({ vi: 'Địa danh', en: 'The place name' });

/**
 * Makes the office of a commune, of this province if one is given, with the shipped questionnaire: its first meeting needs
 * one. The transaction must see the commune.
 */
export async function makeOffice(
  work: Pick<Work, 'trx' | 'now' | 'newId' | 'audit'>,
  input: z.output<typeof OfficeInput>,
  provinceCode: string | null,
): Promise<void> {
  const unit = await findUnit(work.trx, input.communeId);
  if (unit?.kind !== 'commune' || (provinceCode !== null && unit.parentCode !== provinceCode)) {
    throw invalidField('communeId', 'unit.unknown', {
      vi: `Không có xã, phường nào mang mã ${input.communeId}.`,
      en: `No commune has the code ${input.communeId}.`,
    });
  }
  await insertOffice(work.trx, {
    communeId: input.communeId,
    sheetPrefix: requireSheetPrefix(input.sheetPrefix),
    superiorName: requireText(input.superiorName, SUPERIOR, 'superiorName'),
    issuerName: requireText(input.issuerName, ISSUER, 'issuerName'),
    placeName: requireText(input.placeName, PLACE, 'placeName'),
    createdAt: work.now,
  });
  await installFor(work, input.communeId);
}
