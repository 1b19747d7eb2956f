import type { LayoutMap, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { renderPdf } from '../pdf/index.ts';
import { type DrawnForm, MOST_SIDES } from './draw-form.ts';
import { formDefinition } from './form-definition.ts';
import type { FormOptions } from './form-options.ts';
import { layoutOf } from './layout-of.ts';
import { type CheckedForm, checkForm, type LintFinding } from './lint/index.ts';
import { mend } from './mend.ts';

/** A questionnaire as it would look on paper now, with everything that is not right yet. */
export interface FormPreview {
  /** Null when nothing of it can be drawn. */
  readonly pdf: Uint8Array | null;
  readonly layout: LayoutMap | null;
  readonly findings: readonly LintFinding[];
  /** How many sides it takes; more than are shown when it is too long. */
  readonly sides: number;
}

const ROUNDS = 8;

/** Draws what can be drawn and tells the rest; never throws for what somebody typed. */
export async function previewForm(model: QuestionnaireModel, asked: Partial<FormOptions> = {}): Promise<FormPreview> {
  const first = checkForm(model, asked);
  const { checked, model: shown } = drawable(model, asked, first);
  // What only a drawing shows is told of the drawing, unless the model itself came to one.
  const findings = first.drawn === null ? [...first.findings, ...late(checked, first)] : first.findings;
  if (checked.drawn === null) return { pdf: null, layout: null, findings, sides: 0 };
  const drawn: DrawnForm = { ...checked.drawn, sides: checked.drawn.sides.slice(0, MOST_SIDES) };
  const pdf = await renderPdf(formDefinition(shown, drawn).definition);
  return { pdf, layout: layoutOf(shown, 0, drawn), findings, sides: checked.drawn.sides.length };
}

function drawable(model: QuestionnaireModel, asked: Partial<FormOptions>, first: CheckedForm) {
  let current = { checked: first, model };
  if (typeof model !== 'object' || model === null || !Array.isArray(model.items)) return current;
  for (let round = 0; round < ROUNDS; round += 1) {
    // A form that is only too long is shown as far as it goes.
    const errors = current.checked.findings.filter(({ level, path }) => level === 'error' && path !== 'items');
    const uncountable = current.checked.drawn === null && errors.length === 0;
    if (errors.length === 0 && !uncountable) break;
    const shorter = uncountable ? { ...current.model, items: current.model.items.slice(0, 40) } : current.model;
    const mended = mend(shorter, errors);
    current = { checked: checkForm(mended, asked), model: mended };
  }
  return current;
}

/** Findings about the whole (too long), which keep their place whatever was taken away. */
function late(checked: CheckedForm, first: CheckedForm): readonly LintFinding[] {
  const known = new Set(first.findings.map(({ path }) => path));
  return checked.findings.filter(({ path }) => path === 'items' && !known.has(path));
}
