import { type EvaluationView, formatNumber, LEVEL_NAMES, meanOfMonths } from '@gandan/domain/evaluations';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import { heading, officialHeader } from '../profiles/index.ts';
import { oneLine, wording } from '../wording/index.ts';
import { type Column, closing, levelBoxes, personLines, remark, table } from './blocks.ts';
import { formNumber, formTitle } from './head.ts';
import type { Signing } from './signing.ts';

/** Mẫu số 02: PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC (NĐ 335/2025/NĐ-CP). */
export function form02(view: EvaluationView): Content[] {
  const { assessment, office, cadre, level } = view;
  const { eligibility } = assessment;
  const texts = wording('evaluation-02.vi', {
    year: String(view.year),
    months: String(view.months.length),
    level: level.proposed === null ? '' : LEVEL_NAMES[level.proposed].vi,
    reason: eligibility.kind === 'not-rated' ? eligibility.sentence.vi : view.decisionReason,
  });
  const say = (section: keyof typeof texts) => oneLine(texts[section]);
  const signer = (quality: string, name: string | null, on: string | null): Signing => ({
    quality,
    note: say('signNote'),
    place: office.placeName,
    name,
    on,
  });
  const remarks = [
    ...(view.draft && level.proposed !== null ? [remark(say('proposed'))] : []),
    ...(eligibility.kind === 'not-rated' ? [remark(say('notRated'))] : []),
    ...(view.decisionReason !== '' && eligibility.kind !== 'not-rated' ? [remark(say('lowered'))] : []),
  ];
  return [
    formNumber(say('formNumber')),
    officialHeader({ superior: office.issuerName, issuer: cadre.department }),
    formTitle(say('title'), say('year')),
    personLines(view, { name: say('name'), post: say('post'), department: say('department') }),
    heading(say('monthsHeading')),
    table(monthColumns(say), view.months.length === 0 ? [yearOnly(view, say)] : monthRows(view, say)),
    heading(say('selfHeading')),
    levelBoxes(level.self),
    heading(say('authorityHeading')),
    levelBoxes(level.decided),
    ...remarks,
    ...closing(
      [heading(say('handlingHeading'))],
      view.handling,
      [
        signer(say('selfSigner'), view.selfOn === null ? null : cadre.name, view.selfOn),
        signer(say('authoritySigner'), view.decidedBy, view.decidedOn),
      ],
      2,
    ),
  ];
}

type Say = (
  section:
    | 'monthColumn'
    | 'pointsColumn'
    | 'noteColumn'
    | 'quarterRow'
    | 'yearRow'
    | 'wholeYearRow'
    | 'wholeYearNote'
    | 'monthsNote',
) => string;

const monthColumns = (say: Say): Column[] => [
  { width: mm(45), title: say('monthColumn'), alignment: 'center' },
  { width: mm(30), title: say('pointsColumn'), alignment: 'center' },
  { width: '*', title: say('noteColumn'), alignment: 'left' },
];

/** No month was recorded: the year's line alone, and it says so. */
function yearOnly(view: EvaluationView, say: Say): TableCell[] {
  return [
    { text: say('wholeYearRow'), bold: true },
    { text: formatNumber(view.assessment.total), bold: true },
    say('wholeYearNote'),
  ];
}

/** Twelve months, each quarter's mean after its three, and the mean of the year; months without points stay empty. */
function monthRows(view: EvaluationView, say: Say): TableCell[][] {
  const mean = (from: number, to: number) =>
    meanOfMonths(
      view.scheme,
      view.months.filter(({ month }) => month >= from && month <= to),
    );
  const quarters = ['I', 'II', 'III', 'IV'].flatMap((quarter, index) => {
    const first = index * 3 + 1;
    const months = [first, first + 1, first + 2].map((number): TableCell[] => {
      const month = view.months.find((one) => one.month === number);
      return [String(number), formatNumber(month?.points ?? null), month?.note ?? ''];
    });
    const label = `${say('quarterRow')} ${quarter}`;
    return [
      ...months,
      [{ text: label, italics: true }, { text: formatNumber(mean(first, first + 2)), italics: true }, ''],
    ];
  });
  const total = [
    { text: say('yearRow'), bold: true },
    { text: formatNumber(mean(1, 12)), bold: true },
    say('monthsNote'),
  ];
  return [...quarters, total];
}
