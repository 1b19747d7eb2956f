import { sheetNumber } from '@gandan/domain/sheets';
import type { SheetRow } from '@gandan/print/sheets';

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi'];
const GIVEN = ['Mẫu', 'Thử', 'Ví Dụ', 'Thí Nghiệm', 'Giả Định', 'Minh Họa'];

/** Made-up households, 26 a group. */
export function* households(count: number): Generator<SheetRow> {
  for (let index = 1; index <= count; index += 1) {
    const group = Math.ceil(index / 26);
    const hamlet = Math.ceil(group / 10);
    yield {
      number: sheetNumber('PL', index).text,
      texts: {
        issuer: 'ỦY BAN NHÂN DÂN XÃ PHÚ LỄ',
        hamlet: `ẤP ${hamlet}`,
        group: `TỔ NHÂN DÂN TỰ QUẢN SỐ ${group}`,
        headName: `${FAMILIES[index % FAMILIES.length]} Thị ${GIVEN[index % GIVEN.length]} ${index % 97}`,
        address: `Số ${index % 300}, đường ${(group % 9) + 1}`,
        householdCode: `TP-${group}-${index % 26}`,
        cadre: 'Trần Thị Ví Dụ',
        heldOn: '24/11/2026',
        place: `Tổ nhân dân tự quản số ${group}, ấp ${hamlet}. Ngày họp: 24/11/2026`,
      },
    };
  }
}
