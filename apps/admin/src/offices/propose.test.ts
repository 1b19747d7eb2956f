import { expect, it } from 'vitest';
import { proposeOffice } from './propose.ts';

it('the lines of an office are proposed from the names of its commune and province', () => {
  expect(proposeOffice('Xã Phú Lễ', 'Tỉnh Vĩnh Long')).toEqual({
    superiorName: 'UBND TỈNH VĨNH LONG',
    issuerName: 'UBND XÃ PHÚ LỄ',
    placeName: 'Phú Lễ',
    sheetPrefix: 'PL',
  });
});
