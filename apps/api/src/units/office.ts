import { findOffice, updateOffice } from '@gandan/db/units';
import type { Work } from '@gandan/db/work';
import { conflict, found } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import { nameRule, requireText } from '@gandan/domain/text';
import { requireSheetPrefix } from '@gandan/domain/units';

export interface OfficeChange {
  readonly sheetPrefix?: string | undefined;
  readonly superiorName?: string | undefined;
  readonly issuerName?: string | undefined;
  readonly placeName?: string | undefined;
}

const OFFICE = { vi: 'văn phòng này', en: 'such office' };
const SUPERIOR = nameRule({ vi: 'Tên cơ quan cấp trên', en: 'The superior’s name' });
const ISSUER = nameRule({ vi: 'Tên cơ quan ban hành', en: 'The issuer’s name' });
const PLACE = nameRule({ vi: 'Địa danh', en: 'The place name' });

/** The office's profile: what stands at the head of its documents, and the letters of its sheet numbers. */
export async function office(work: Work) {
  require(work.actor, 'offices.read');
  return profile(work);
}

export async function changeOffice(work: Work, change: OfficeChange) {
  require(work.actor, 'offices.write', { communeId: work.actor.communeId });
  const communeId = communeOf(work);
  const before = found(await findOffice(work.trx, communeId), OFFICE);
  const { sheetPrefix, superiorName, issuerName, placeName } = change;
  if (sheetPrefix !== undefined && sheetPrefix !== before.sheetPrefix && before.nextSerial > 1) {
    throw conflict('office.prefix-used', {
      vi: `Đã in phiếu mang tiền tố ${before.sheetPrefix} nên không đổi được nữa.`,
      en: `Sheets numbered ${before.sheetPrefix} were printed; the prefix cannot be changed any more.`,
    });
  }
  const cleaned = {
    ...(sheetPrefix === undefined ? {} : { sheetPrefix: requireSheetPrefix(sheetPrefix) }),
    ...(superiorName === undefined ? {} : { superiorName: requireText(superiorName, SUPERIOR, 'superiorName') }),
    ...(issuerName === undefined ? {} : { issuerName: requireText(issuerName, ISSUER, 'issuerName') }),
    ...(placeName === undefined ? {} : { placeName: requireText(placeName, PLACE, 'placeName') }),
  };
  if (Object.keys(cleaned).length > 0) {
    await updateOffice(work.trx, communeId, cleaned);
    await work.audit('offices.change', communeId, { fields: Object.keys(cleaned) });
  }
  return profile(work);
}

async function profile(work: Work) {
  const row = found(await findOffice(work.trx, communeOf(work)), OFFICE);
  const { nextSerial, ...shown } = row;
  return { ...shown, prefixFixed: nextSerial > 1 };
}
