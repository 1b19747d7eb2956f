import { formatDate, type PlainDate } from '@gandan/domain/calendar';
import type { EvaluationView } from '@gandan/domain/evaluations';
import type { Content, DynamicContent } from 'pdfmake/interfaces.js';
import { mm, type PdfDefinition, renderPdf } from '../pdf/index.ts';
import { ND30, pageNumbers } from '../profiles/index.ts';
import { annex } from './annex.ts';
import { form01 } from './form-01.ts';
import { form02 } from './form-02.ts';

/** Mẫu số 01, Mẫu số 02, Phụ lục. */
export const EVALUATION_PARTS = ['01', '02', 'annex'] as const;
export type EvaluationPart = (typeof EVALUATION_PARTS)[number];

const PARTS: Record<EvaluationPart, (view: EvaluationView) => Content[]> = { '01': form01, '02': form02, annex };
/** Below this part of a page's height a heading and two lines, or the first row of a table, find no room. */
const LOWEST_HEADING = 0.88;
const GREY = '#555555';

/** Draws the parts one after the other, each from a new page. The same view gives the same bytes. */
export function renderEvaluation(view: EvaluationView, parts: readonly EvaluationPart[]): Promise<Uint8Array> {
  return renderPdf(definitionOf(view, parts));
}

function definitionOf(view: EvaluationView, parts: readonly EvaluationPart[]): PdfDefinition {
  return {
    info: {
      title: `Đánh giá, xếp loại công chức năm ${view.year} – ${view.cadre.name}`,
      creationDate: instantOf(view.decidedOn ?? view.proposedOn ?? view.asOf),
    },
    pageMargins: ND30.pageMargins,
    header: headerOf(view),
    footer: footerOf(view),
    // A heading near the foot of a page goes over to what it is the heading of.
    pageBreakBefore: (node) => node.headlineLevel === 1 && node.startPosition.verticalRatio > LOWEST_HEADING,
    content: parts.map((part, index) => ({
      stack: PARTS[part](view),
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
    })),
  };
}

function headerOf(view: EvaluationView): DynamicContent {
  return (page, count, size) => ({
    stack: [
      ...(view.draft ? [draftMark()] : []),
      typeof pageNumbers === 'function' ? (pageNumbers(page, count, size) ?? '') : '',
    ],
  });
}

/** Said on every page, without shouting over the text. */
const draftMark = (): Content => ({
  text: 'BẢN THẢO',
  bold: true,
  fontSize: 11,
  characterSpacing: 1,
  color: GREY,
  absolutePosition: { x: mm(30), y: mm(11) },
});

function footerOf(view: EvaluationView): DynamicContent {
  const { cadre, year, version, asOf } = view;
  const corrected = version === 1 ? '' : ` · bản đính chính ${version - 1}`;
  const text = `${cadre.code} · năm ${year}${corrected} · số liệu đến ${formatDate(asOf)}`;
  return () => ({ text, fontSize: 9, color: GREY, alignment: 'right', margin: [mm(30), mm(7), mm(15), 0] });
}

const instantOf = (date: PlainDate) => new Date(`${date}T00:00:00+07:00`);
