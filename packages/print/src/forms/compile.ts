import { DomainError } from '@gandan/domain/errors';
import type { LayoutMap, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { renderPdf } from '../pdf/index.ts';
import { type DrawnForm, MOST_SIDES } from './draw-form.ts';
import { formDefinition } from './form-definition.ts';
import type { FormOptions } from './form-options.ts';
import { layoutOf, wantedFields } from './layout-of.ts';
import { tooLong } from './lint/drawing.ts';
import { hasErrors } from './lint/finding.ts';
import { checkForm, type LintFinding } from './lint/index.ts';

/** A questionnaire version laid out once: what every sheet of it is stamped on, and where everything stands. */
export interface CompiledForm {
  readonly templatePdf: Uint8Array;
  readonly layout: LayoutMap;
  /** Warnings; what cannot be drawn at all is thrown instead. */
  readonly lint: readonly LintFinding[];
}

/** The version that is laid out; paper and languages are the questionnaire's own when left out. */
export interface CompileOptions extends Partial<FormOptions> {
  readonly version: number;
}

/**
 * Lays a questionnaire version out. Throws a `DomainError` with every place that paper cannot carry. The layout map is
 * final: it is stored with the version and never recomputed for paper that is already printed.
 */
export async function compileForm(model: QuestionnaireModel, options: CompileOptions): Promise<CompiledForm> {
  const { findings, drawn } = checkForm(model, options);
  if (drawn === null || hasErrors(findings)) throw notPrintable(findings, drawn);
  const layout = layoutOf(model, options.version, drawn);
  requireEveryField(model, layout);
  return { templatePdf: await renderPdf(formDefinition(model, drawn).definition), layout, lint: findings };
}

/** It counts what it drew: every answer place of the model exactly once, or the form is not released. */
function requireEveryField(model: QuestionnaireModel, { pages }: LayoutMap): void {
  const wanted = wantedFields(model);
  const found = pages.flatMap((page) => page.fields.map((field) => field.id));
  const same = found.length === wanted.length && new Set([...found, ...wanted]).size === wanted.length;
  if (!same) throw new Error(`layout of ${model.code}: ${found.length} fields found, ${wanted.length} drawn`);
}

function notPrintable(findings: readonly LintFinding[], drawn: DrawnForm | null): DomainError {
  const errors = findings.filter((finding) => finding.level === 'error');
  const [first] = errors;
  if (drawn !== null && drawn.sidesUsed > MOST_SIDES && errors.length === 1) {
    return new DomainError('invalid', 'questionnaire.too-long', tooLong(drawn.sidesUsed), errors);
  }
  return new DomainError(
    'invalid',
    'questionnaire.not-printable',
    {
      vi: `Phiếu có ${errors.length} chỗ không in được. Chỗ đầu: ${first?.sentence.vi ?? ''}`,
      en: `The questionnaire has ${errors.length} places that cannot be printed. The first: ${first?.sentence.en ?? ''}`,
    },
    errors,
  );
}
