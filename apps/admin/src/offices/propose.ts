import { proposeSheetPrefix } from '@gandan/domain/units';

/** The lines of an office as most write them; every one stays editable. */
export interface OfficeLines {
  superiorName: string;
  issuerName: string;
  placeName: string;
  sheetPrefix: string;
}

/** `proposeOffice('Xã Phú Lễ', 'Tỉnh Vĩnh Long')` → UBND TỈNH VĨNH LONG, UBND XÃ PHÚ LỄ, Phú Lễ, PL. */
export function proposeOffice(commune: string, province: string): OfficeLines {
  return {
    superiorName: `UBND ${province.toLocaleUpperCase('vi')}`,
    issuerName: `UBND ${commune.toLocaleUpperCase('vi')}`,
    placeName: commune.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu)\s+/u, ''),
    sheetPrefix: proposeSheetPrefix(commune),
  };
}
