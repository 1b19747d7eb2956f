import { featureMessages } from '../i18n/messages-type.ts';

export const messages = featureMessages({
  vi: {
    title: 'Tìm và đi tới',
    label: 'Tên chủ hộ, cán bộ, tổ, số phiếu, hoặc một việc',
    hint: 'Gõ không cần dấu. Mũi tên để chọn, Enter để mở.',
    none: 'Không thấy gì khớp với “{q}”. Thử ít chữ hơn, hoặc số phiếu ghi ở góc phiếu.',
    kinds: { sheet: 'Phiếu', group: 'Tổ', cadre: 'Cán bộ', household: 'Hộ', part: 'Đi tới' },
  },
  en: {
    title: 'Find and go to',
    label: 'A head of household, cadre, group, sheet number, or a part',
    hint: 'Accents not needed. Arrows choose, Enter opens.',
    none: 'Nothing fits “{q}”. Try fewer letters, or the number in the corner of the sheet.',
    kinds: { sheet: 'Sheet', group: 'Group', cadre: 'Cadre', household: 'Household', part: 'Go to' },
  },
});
