import { DomainError } from '@gandan/domain/errors';
import {
  type LayoutField,
  type LayoutMap,
  type LayoutPage,
  paperQuestions,
  type QuestionnaireModel,
} from '@gandan/domain/questionnaires';
import { type LaidOutVector, renderWithLayout, toMm } from '../pdf/index.ts';
import { combIds } from './answers.ts';
import { formDefinition } from './form-definition.ts';
import { layoutId } from './layout-id.ts';
import { type LintFinding, lintForm } from './lint.ts';
import type { Tag } from './pieces.ts';
import { SHEET } from './sheet-profile.ts';

/** A questionnaire version laid out once: what every sheet of it is stamped on, and where everything stands. */
export interface CompiledForm {
  readonly templatePdf: Uint8Array;
  readonly layout: LayoutMap;
  /** Warnings; what cannot be drawn at all is thrown instead. */
  readonly lint: readonly LintFinding[];
}

/** A leaf has two sides, and more than two leaves are no longer one sheet. */
const MOST_SIDES = 4;

/**
 * Lays a questionnaire version out on A4. Throws a `DomainError` with every place that paper cannot carry. The layout map
 * is final: it is stored with the version and never recomputed for paper that is already printed.
 */
export async function compileForm(
  model: QuestionnaireModel,
  options: { readonly version: number },
): Promise<CompiledForm> {
  const findings = lintForm(model);
  if (findings.length > 0) throw notPrintable(findings);
  const { definition, sides } = formDefinition(model);
  if (sides > MOST_SIDES) throw tooLong(sides);
  const drawn = await renderWithLayout(definition);
  if (drawn.pages !== sides) throw new Error(`layout of ${model.code}: ${drawn.pages} pages, ${sides} planned`);
  const pages = Array.from({ length: drawn.pages }, (_, index) => pageLayout(index + 1, drawn.vectors));
  requireEveryField(model, pages);
  const layout = { pageSize: SHEET.page, pages };
  return {
    templatePdf: drawn.bytes,
    layout: { layoutId: layoutId(layout), questionnaire: { code: model.code, version: options.version }, ...layout },
    lint: drawn.pages > 2 ? [{ path: 'items', sentence: MORE_THAN_A_LEAF }] : [],
  };
}

function pageLayout(page: number, vectors: readonly LaidOutVector[]): LayoutPage {
  const tagged = vectors.flatMap((vector) => {
    const tag = vector.item.tag as Tag | undefined;
    return vector.page === page && tag !== undefined ? [{ tag, ...positionOf(vector.item) }] : [];
  });
  return {
    page,
    marks: tagged.flatMap(({ tag, x, y, w }) => (tag.kind === 'mark' ? [{ id: tag.id, x, y, s: w }] : [])),
    qr: QR_PLACES,
    fields: tagged.flatMap(({ tag, x, y }): LayoutField[] =>
      tag.kind === 'field' ? [{ ...tag.field, x, y, w: round(tag.field.w), h: round(tag.field.h) }] : [],
    ),
    slots: tagged.flatMap(({ tag, x, y }) =>
      tag.kind === 'slot' ? [{ ...tag.slot, x, y, w: round(tag.slot.w), h: round(tag.slot.h) }] : [],
    ),
  };
}

/** Top right and bottom left: either is enough, and a torn or stained corner leaves the other. */
const QR_PLACES = [
  { x: SHEET.page.w - SHEET.qr.inset - SHEET.qr.side, y: SHEET.qr.fromEdge, s: SHEET.qr.side },
  { x: SHEET.qr.inset, y: SHEET.page.h - SHEET.qr.fromEdge - SHEET.qr.side, s: SHEET.qr.side },
];

function positionOf(item: Readonly<Record<string, unknown>>): { x: number; y: number; w: number } {
  const points = item.points as readonly { x: number; y: number }[] | undefined;
  const at = points?.[0] ?? (item as unknown as { x: number; y: number });
  return { x: toMm(at.x), y: toMm(at.y), w: toMm(Number(item.w ?? 0)) };
}

function round(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}

/** Reads pdfmake's internals, so it counts: every answer place of the model exactly once, or the form is not released. */
function requireEveryField(model: QuestionnaireModel, pages: readonly LayoutPage[]): void {
  const wanted = paperQuestions(model).flatMap(({ name, item }) => {
    if ('choices' in item) return item.choices.map((choice) => `${name}.${choice.name}`);
    return item.type === 'text' ? [name] : combIds(name, item);
  });
  const found = pages.flatMap((page) => page.fields.map((field) => field.id));
  const same = found.length === wanted.length && new Set([...found, ...wanted]).size === wanted.length;
  if (!same) throw new Error(`layout of ${model.code}: ${found.length} fields found, ${wanted.length} drawn`);
}

function notPrintable(findings: readonly LintFinding[]): DomainError {
  const first = findings[0]?.sentence;
  return new DomainError(
    'invalid',
    'questionnaire.not-printable',
    {
      vi: `Phiếu có ${findings.length} chỗ không in được. Chỗ đầu: ${first?.vi ?? ''}`,
      en: `The questionnaire has ${findings.length} places that cannot be printed. The first: ${first?.en ?? ''}`,
    },
    findings,
  );
}

function tooLong(sides: number): DomainError {
  const sentence = {
    vi: `Phiếu dài ${sides} trang; một phiếu chỉ được tối đa ${MOST_SIDES} trang. Hãy bớt câu hỏi.`,
    en: `The questionnaire takes ${sides} sides; a sheet has at most ${MOST_SIDES}. Ask less.`,
  };
  return new DomainError('invalid', 'questionnaire.too-long', sentence, [{ path: 'items', sentence }]);
}

const MORE_THAN_A_LEAF = {
  vi: 'Phiếu dài hơn một tờ hai mặt: mỗi hộ sẽ nhận hai tờ.',
  en: 'The questionnaire is longer than one leaf: each household gets two.',
};
