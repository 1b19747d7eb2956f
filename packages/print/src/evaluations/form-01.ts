import { type EvaluationView, formatNumber, resultFormula } from '@gandan/domain/evaluations';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/index.ts';
import { heading, ND30, officialHeader } from '../profiles/index.ts';
import { oneLine, wording } from '../wording/index.ts';
import { type Column, closing, personLines, pointsOrDots, remark, table, written } from './blocks.ts';
import { formNumber, formTitle } from './head.ts';
import type { Signing } from './signing.ts';

/** Mẫu số 01: PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC (NĐ 335/2025/NĐ-CP). */
export function form01(view: EvaluationView): Content[] {
  const { assessment, scheme, office, cadre } = view;
  const texts = wording('evaluation-01.vi', {
    year: String(view.year),
    common: pointsOrDots(view.common.given),
    commonMax: formatNumber(view.common.max),
    results: pointsOrDots(assessment.results),
    resultsMax: formatNumber(scheme.results.max),
    total: pointsOrDots(assessment.total),
  });
  const say = (section: keyof typeof texts) => oneLine(texts[section]);
  const point = (text: string): Content => ({ text, fontSize: ND30.body, margin: [0, 0, 0, 3] });
  const signer = (quality: string, name: string | null, on: string | null): Signing => ({
    quality,
    note: say('signNote'),
    place: office.placeName,
    name,
    on,
  });
  return [
    formNumber(say('formNumber')),
    officialHeader({ superior: office.issuerName, issuer: cadre.department }),
    formTitle(say('title'), say('period')),
    personLines(view, { name: say('name'), post: say('post'), department: say('department') }),
    heading(say('criteriaHeading')),
    criteriaTable(view, say),
    heading(say('summaryHeading')),
    point(say('commonPoints')),
    point(say('resultPoints')),
    remark(resultFormula(scheme, assessment.components)),
    point(say('totalPoints')),
    subheading(say('strengths')),
    ...written(view.strengths || view.selfStrengths),
    subheading(say('limits')),
    ...written(view.limits || view.selfLimits, 2),
    ...closing([subheading(say('comment'))], view.comment, [
      signer(say('selfSigner'), view.selfOn === null ? null : cadre.name, view.selfOn),
      signer(say('authoritySigner'), view.proposedBy, view.proposedOn),
    ]),
  ];
}

function criteriaTable(
  view: EvaluationView,
  say: (section: 'numberColumn' | 'criterionColumn' | 'maxColumn' | 'selfColumn' | 'totalRow') => string,
): Content {
  const columns: Column[] = [
    { width: mm(8), title: say('numberColumn'), alignment: 'center' },
    { width: '*', title: say('criterionColumn'), alignment: 'left' },
    { width: mm(14), title: say('maxColumn'), alignment: 'center' },
    { width: mm(23), title: say('selfColumn'), alignment: 'center' },
  ];
  const row = (number: string, label: string, max: number, points: number | null, bold: boolean): TableCell[] => [
    { text: number, bold },
    { text: label, bold },
    { text: formatNumber(max), bold },
    { text: formatNumber(points), bold },
  ];
  return table(columns, [
    ...view.criteria.map((line) => row(line.number, line.label.vi, line.max, line.self, line.isGroup)),
    row('', say('totalRow'), view.common.max, view.common.self, true),
  ]);
}

function subheading(text: string): Content {
  return { text, fontSize: ND30.body, bold: true, headlineLevel: 1, margin: [0, 4, 0, 3] };
}
