import type { PacketSheet, PacketView } from '@gandan/domain/meetings';
import { sheetNumber } from '@gandan/domain/sheets';

/** A group's packet of made-up households; `sheets` are the parts that a test cares about. */
export function packetOf(...sheets: readonly Partial<PacketSheet>[]): PacketView {
  return {
    office: {
      superiorName: 'Ủy ban nhân dân tỉnh Vĩnh Long',
      issuerName: 'Ủy ban nhân dân xã Phú Lễ',
      placeName: 'Phú Lễ',
    },
    hamletName: 'Ấp Thạnh Phước',
    group: {
      code: 'TP-12',
      name: 'Tổ nhân dân tự quản số 12',
      headName: 'Lê Văn Thí Nghiệm',
      deputyName: null,
    },
    meeting: { heldOn: '2026-11-24', place: null },
    cadreNames: ['Trần Thị Ví Dụ'],
    sheets: sheets.map((sheet, index) => ({
      number: sheetNumber('PL', 412 + index).text,
      householdCode: `TP-12-${String(index + 1).padStart(3, '0')}`,
      headName: 'Nguyễn Văn Mẫu',
      address: `Số ${index + 1}, đường 3`,
      ...sheet,
    })),
  };
}
