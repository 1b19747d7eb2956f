import { cameBack, sheetsInForce, type YearFacts } from '../facts.ts';
import { type Indicator, shareOf } from '../indicator.ts';

/** Sheets issued at the meetings of his groups that came back. */
export function sheetsReturned(facts: YearFacts): Indicator {
  const sheets = sheetsInForce(facts);
  const of = (state: string) => sheets.filter((sheet) => sheet.state === state).length;
  return shareOf({
    code: 'sheets-returned',
    title: { vi: 'Thu hồi phiếu', en: 'Sheets returned' },
    formula: {
      vi: 'Số phiếu thu về ÷ số phiếu đã phát tại các kỳ họp đã tổ chức (không tính phiếu hủy)',
      en: 'Sheets returned ÷ sheets issued at the meetings held (void sheets are left out)',
    },
    empty: { vi: 'Chưa phát phiếu tại kỳ họp nào.', en: 'No sheet has been issued at a meeting yet.' },
    parts: [
      { label: { vi: 'hộ từ chối', en: 'refused' }, n: of('refused') },
      { label: { vi: 'thất lạc', en: 'lost' }, n: of('lost') },
      { label: { vi: 'chưa thu về', en: 'not yet returned' }, n: of('printed') + of('issued') },
    ],
    evidence: sheets.map((sheet) => ({
      kind: 'sheet' as const,
      recordId: sheet.number,
      label: sheet.number,
      counted: cameBack(sheet),
    })),
  });
}
