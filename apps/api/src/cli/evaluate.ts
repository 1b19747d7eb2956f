import { invalidField } from '@gandan/domain/errors';
import { type EvaluationView, LEVEL_NAMES } from '@gandan/domain/evaluations';
import { EVALUATION_PARTS, printEvaluation } from '@gandan/print/evaluations';
import { viewOfYear } from '../evaluations/record.ts';
import type { Run } from './verb.ts';
import { writeOut } from './write-out.ts';

/** `gandan evaluate --cadre CODE --year YYYY --out FILE.pdf`; a draft from the records when none is open, nothing stored. */
export const run: Run = async ({ values, path, deps, office }) => {
  const code = given(values.cadre, 'cadre', 'mã cán bộ, ví dụ CB-01');
  const year = yearOf(given(values.year, 'year', 'năm, ví dụ 2026'));
  const out = path(given(values.out, 'out', 'tệp PDF sẽ ghi, ví dụ danh-gia.pdf'));
  const { as } = await deps();
  const view = await as(await office(), (work) => viewOfYear(work, code, year));
  await writeOut(out, await printEvaluation(view, EVALUATION_PARTS));
  return { sentence: sentenceOf(view, out), data: dataOf(view, out) };
};

function given(value: string | boolean | undefined, option: string, vi: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw invalidField(option, 'cli.missing', {
    vi: `Thiếu --${option}: ${vi}.`,
    en: `--${option} is missing.`,
  });
}

/** The year as typed; four digits, the scheme decides whether it can be judged. */
function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw invalidField('year', 'evaluation.year', {
    vi: `“${text.slice(0, 20)}” không phải là năm. Hãy ghi bốn chữ số, ví dụ 2026.`,
    en: `“${text.slice(0, 20)}” is not a year. Write four digits, for example 2026.`,
  });
}

function sentenceOf({ cadre, year, draft, level }: EvaluationView, out: string) {
  const decided = level.decided === null ? undefined : LEVEL_NAMES[level.decided];
  return {
    vi: `Đã in ${draft ? 'bản thảo đánh giá' : 'đánh giá'} năm ${year} của ${cadre.name}${decided ? ` (${decided.vi.toLowerCase()})` : ''} vào ${out}.`,
    en: `Printed the ${draft ? 'draft evaluation' : 'evaluation'} of ${cadre.name} for ${year}${decided ? ` (${decided.en.toLowerCase()})` : ''} to ${out}.`,
  };
}

function dataOf({ id, cadre, year, state, draft, asOf, assessment, level, indicators }: EvaluationView, file: string) {
  return {
    ...{ file, id, cadre: cadre.code, year, state, draft, asOf },
    ...{ common: assessment.common, results: assessment.results, total: assessment.total, level },
    indicators: indicators.map(({ code, value, numerator, denominator, n }) => ({
      code,
      value,
      numerator,
      denominator,
      n,
    })),
  };
}
