import { formatDate, yearBounds } from '@gandan/domain/calendar';
import {
  type ComponentScore,
  type Criterion,
  type EvaluationView,
  formatNumber,
  type Indicator,
  LEVEL_NAMES,
  resultFormula,
  type Source,
} from '@gandan/domain/evaluations';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import { ND30, officialTitle, paragraph } from '../profiles/index.ts';
import { oneLine, wording } from '../wording/index.ts';
import { type Column, remark, table } from './blocks.ts';
import { recordList } from './records.ts';

const SIZE = 11;

/** PHỤ LỤC: CĂN CỨ SỐ LIỆU: where every figure of the two forms comes from, down to the numbers of the sheets. */
export function annex(view: EvaluationView): Content[] {
  const chapters = chaptersOf(view).filter((chapter) => chapter.content.length > 0);
  const texts = say(view, chapters.findIndex((chapter) => chapter.title === 'records') + 1);
  return [
    officialTitle(texts('title'), texts('subject')),
    small(texts('intro')),
    ...chapters.flatMap(({ title, content }, index) => chapterOf(`${index + 1}. ${texts(title)}`, title, content)),
  ];
}

/** The sources are short and stay together; other chapters may run over. */
function chapterOf(heading: string, title: Section, content: Content[]): Content[] {
  const all = [chapterHeading(heading), ...content];
  return title === 'sources' ? [{ stack: all, unbreakable: true }] : all;
}

type Section = keyof ReturnType<typeof wording<'evaluation-annex.vi'>>;
type Say = (section: Section) => string;

function say(view: EvaluationView, recordsNumber = 0): Say {
  const { year, cadre, asOf } = view;
  const texts = wording('evaluation-annex.vi', {
    year: String(year),
    name: cadre.name,
    asOf,
    recordsNumber: String(recordsNumber),
    computed: '',
  });
  return (section) => oneLine(texts[section]);
}

function chaptersOf(view: EvaluationView): { title: Section; content: Content[] }[] {
  const texts = say(view);
  return [
    { title: 'indicators', content: [indicatorTable(view, texts)] },
    { title: 'components', content: componentChapter(view, texts) },
    { title: 'points', content: pointsChapter(view, texts) },
    { title: 'level', content: levelChapter(view, texts) },
    {
      title: 'comments',
      content: view.comments.flatMap(({ body, text }) => [bold(body), ...text.split('\n').map(small)]),
    },
    { title: 'correction', content: correctionChapter(view, texts) },
    { title: 'records', content: view.indicators.flatMap((indicator) => recordList(indicator, texts)) },
    { title: 'sources', content: [small(texts('sourcesIntro')), sourceTable(view)] },
  ];
}

function indicatorTable(view: EvaluationView, texts: Say): Content {
  const columns: Column[] = [
    { width: '*', title: texts('indicatorColumn'), alignment: 'left' },
    { width: mm(22), title: texts('countColumn'), alignment: 'center' },
    { width: mm(19), title: texts('valueColumn'), alignment: 'center' },
  ];
  return table(
    columns,
    view.indicators.map((indicator) => indicatorRow(view, indicator)),
    SIZE,
  );
}

function indicatorRow(view: EvaluationView, indicator: Indicator): TableCell[] {
  const { title, formula, value, numerator, denominator, n, reason, caution, parts } = indicator;
  const period = `Kỳ: ${formatDate(yearBounds(view.year).from)} – ${formatDate(view.asOf)}.`;
  const details = parts.map((part) => `${part.label.vi}: ${part.n}`).join('; ');
  const lines: Content[] = [
    { text: title.vi, bold: true },
    { text: `${formula.vi}.` },
    { text: [period, details === '' ? '' : `${upperFirst(details)}.`].filter(Boolean).join(' ') },
    ...(caution === null ? [] : [{ text: caution.vi, italics: true }]),
    ...(reason === null ? [] : [{ text: reason.vi, italics: true }]),
  ];
  return [
    { stack: lines },
    n === 0 ? 'n = 0' : `${numerator}/${denominator}\nn = ${n}`,
    value === null ? 'không có số liệu' : `${formatNumber(value)} %`,
  ];
}

function componentChapter(view: EvaluationView, texts: Say): Content[] {
  const { scheme, assessment } = view;
  const columns: Column[] = [
    { width: mm(32), title: texts('componentColumn'), alignment: 'left' },
    { width: '*', title: texts('basisColumn'), alignment: 'left' },
    { width: mm(19), title: texts('percentColumn'), alignment: 'center' },
  ];
  const rows = assessment.components.map((component): TableCell[] => [
    { text: `${component.code}. ${component.label.vi}`, bold: true },
    { stack: basisOf(view, component, texts) },
    formatNumber(component.percent) || '…',
  ]);
  return [
    table(columns, rows, SIZE),
    bold(resultFormula(scheme, assessment.components)),
    small(scheme.results.missing.vi),
    small(scheme.rounding.sentence.vi),
  ];
}

function basisOf(view: EvaluationView, component: ComponentScore, texts: Say): Content[] {
  const terms = component.terms.map(({ indicator, weight, value, share }): Content => {
    const title = view.indicators.find((one) => one.code === indicator)?.title.vi ?? indicator;
    const counted =
      value === null ? 'không có số liệu, không tính' : `${formatNumber(value)} % × ${formatNumber(share)} %`;
    const shifted =
      value !== null && Math.abs(share - weight) > 0.01 ? ` (trọng số gốc ${formatNumber(weight)} %)` : '';
    return { text: `${title}: ${counted}${shifted}` };
  });
  if (component.from === 'nothing') return [...terms, { text: texts('noData'), italics: true }];
  if (component.from === 'indicators') return terms;
  const computed = component.computed === null ? '' : ` Theo chỉ tiêu: ${formatNumber(component.computed)} %.`;
  return [...terms, { text: `${texts('enteredByPerson')} ${component.reason ?? ''}.${computed}`.replace('..', '.') }];
}

function pointsChapter(view: EvaluationView, texts: Say): Content[] {
  if (view.common.self === null && view.common.given === null) return [];
  const columns: Column[] = [
    { width: mm(10), title: 'TT', alignment: 'center' },
    { width: '*', title: texts('criterionColumn'), alignment: 'left' },
    { width: mm(18), title: texts('selfColumn'), alignment: 'center' },
    { width: mm(24), title: texts('givenColumn'), alignment: 'center' },
  ];
  const rows = view.criteria
    .filter((line) => !line.isGroup)
    .map(({ code, label, self, given }): TableCell[] => [code, label.vi, formatNumber(self), formatNumber(given)]);
  const total = [
    { text: '' },
    bold('Tổng cộng'),
    bold(formatNumber(view.common.self)),
    bold(formatNumber(view.common.given)),
  ];
  return [table(columns, [...rows, total as TableCell[]], SIZE)];
}

function levelChapter(view: EvaluationView, texts: Say): Content[] {
  const { assessment, level, vetoes } = view;
  return [
    ...assessment.because.map((sentence) => small(sentence.vi)),
    ...vetoes.map(({ label, reason }) => small(`${label}. Căn cứ: ${reason}`)),
    ...(level.proposed === null ? [] : [bold(`Mức đề xuất: ${LEVEL_NAMES[level.proposed].vi}`)]),
    ...(level.decided === null ? [] : [bold(`Mức đã quyết định: ${LEVEL_NAMES[level.decided].vi}`)]),
    remark(texts('levelIntro')),
  ];
}

function correctionChapter({ correction, version }: EvaluationView, texts: Say): Content[] {
  if (correction === null) return [];
  const columns: Column[] = [
    { width: '*', title: texts('changeColumn'), alignment: 'left' },
    { width: mm(45), title: texts('beforeColumn'), alignment: 'center' },
    { width: mm(45), title: texts('afterColumn'), alignment: 'center' },
  ];
  const rows = correction.changes.map(({ label, before, after }): TableCell[] => [label.vi, before, after]);
  return [
    small(`Bản đính chính lần ${version - 1}. Lý do: ${correction.reason}`),
    ...(rows.length === 0 ? [] : [table(columns, rows, SIZE)]),
  ];
}

function sourceTable({ scheme }: EvaluationView): Content {
  const rules = new Map<string, { source: Source; rules: string[] }>();
  const add = (source: Source, rule: string) => {
    const key = `${source.tag} ${source.citation}`;
    const entry = rules.get(key) ?? { source, rules: [] };
    if (!entry.rules.includes(rule)) entry.rules.push(rule);
    rules.set(key, entry);
  };
  const walk = (criterion: Criterion): void => {
    if (criterion.children === undefined) add(criterion.source, `tiêu chí chung ${criterion.code}`);
    for (const child of criterion.children ?? []) walk(child);
  };
  scheme.common.criteria.forEach(walk);
  add(scheme.results.source, 'công thức (a + b + c)/3 × 70');
  add(scheme.results.leaderSource, 'công thức của lãnh đạo (a + b + c + d + đ + e)/6 × 70');
  for (const { code, termsSource } of scheme.results.components) {
    if (termsSource !== undefined) add(termsSource, `chỉ tiêu và trọng số của thành phần ${code}`);
  }
  for (const { source } of scheme.thresholds) add(source, 'ngưỡng xếp loại');
  for (const { source } of scheme.vetoes) add(source, 'trường hợp không hoàn thành nhiệm vụ');
  add(scheme.eligibility.source, 'thời gian làm việc dưới 6 tháng, nghỉ từ 3 đến dưới 6 tháng');
  add(scheme.rounding.source, 'làm tròn');
  for (const source of scheme.cap.sources) add(source, 'giới hạn tỷ lệ xuất sắc');
  const columns: Column[] = [
    { width: mm(12), title: 'Nguồn', alignment: 'center' },
    { width: mm(52), title: 'Văn bản', alignment: 'left' },
    { width: '*', title: 'Quy định', alignment: 'left' },
  ];
  const rows = [...rules.values()].map(({ source, rules }): TableCell[] => [
    source.tag,
    source.citation,
    upperFirst(rules.join('; ')),
  ]);
  return table(columns, rows, 10);
}

function chapterHeading(text: string): Content {
  return { text, fontSize: ND30.body, bold: true, headlineLevel: 1, margin: [0, 8, 0, 4] };
}

function small(text: string): Content {
  return { ...(paragraph(text) as object), fontSize: 12, leadingIndent: 0, margin: [0, 0, 0, 4] } as Content;
}

function bold(text: string): Content {
  return { text, bold: true, fontSize: 12, margin: [0, 0, 0, 3] };
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
