import { z } from 'zod';
import { INDICATOR_CODES } from './indicator.ts';
import { LEVELS } from './levels.ts';

const SentenceSchema = z.strictObject({ vi: z.string(), en: z.string() });

/**
 * Where a rule comes from. S: read in the published text; G: read in a secondary copy; K: general knowledge or the
 * product's own choice, to be confirmed by the office's legal officer. Printed in the annex.
 */
export const SourceSchema = z.strictObject({ tag: z.enum(['S', 'G', 'K']), citation: z.string() });
export type Source = z.infer<typeof SourceSchema>;

/** A line of the general criteria. Points are entered for the lines without `children`; the others add theirs up. */
export interface Criterion {
  /** Path of the line: 'I', 'I.1'. */
  readonly code: string;
  /** What stands in the column TT. */
  readonly number: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly max: number;
  readonly source: Source;
  readonly children?: readonly Criterion[] | undefined;
}
const CriterionSchema: z.ZodType<Criterion> = z.strictObject({
  code: z.string(),
  number: z.string(),
  label: SentenceSchema,
  max: z.number().positive(),
  source: SourceSchema,
  get children() {
    return z.array(CriterionSchema).optional();
  },
});

const ComponentSchema = z.strictObject({
  /** 'a', 'b', 'c'; for leaders also 'd', 'đ', 'e'. */
  code: z.string(),
  label: SentenceSchema,
  leadersOnly: z.boolean(),
  /** The weighted mean of these gives the percentage that the product proposes; empty: only people enter it. */
  terms: z.array(z.strictObject({ indicator: z.enum(INDICATOR_CODES), weight: z.number().positive() })),
  source: SourceSchema,
  /** Where the choice of indicators and weights comes from. */
  termsSource: SourceSchema.optional(),
});
export type Component = z.infer<typeof ComponentSchema>;

const VetoSchema = z.strictObject({
  code: z.string(),
  label: SentenceSchema,
  leadersOnly: z.boolean(),
  source: SourceSchema,
});
export type Veto = z.infer<typeof VetoSchema>;

export const CapSchema = z.strictObject({
  /** Whom the percentage is of: those rated "tốt", or "tốt trở lên". */
  base: z.enum(['good', 'good-or-better']),
  percent: z.number().min(0).max(100),
  /** For a unit that itself is rated outstanding. */
  outstandingUnitPercent: z.number().min(0).max(100),
  grouping: z.enum(['office', 'similar-duties']),
  rounding: z.enum(['down', 'nearest', 'up']),
  sources: z.array(SourceSchema),
});
export type Cap = z.infer<typeof CapSchema>;

/**
 * An evaluation scheme: the rules of one period as data. It is copied into the evaluation when that is opened, so a later
 * version of the scheme never changes an evaluation under way.
 */
export const SchemeSchema = z.strictObject({
  code: z.string(),
  version: z.number().int().positive(),
  title: SentenceSchema,
  citation: z.string(),
  /** Years of work that it judges; `lastYear` null: still in force. */
  firstYear: z.number().int(),
  lastYear: z.number().int().nullable(),
  common: z.strictObject({ max: z.number(), pointStep: z.number().positive(), criteria: z.array(CriterionSchema) }),
  results: z.strictObject({
    max: z.number(),
    components: z.array(ComponentSchema),
    missing: SentenceSchema,
    source: SourceSchema,
    leaderSource: SourceSchema,
  }),
  /** Decimals of the points; a total is rounded half up, and the level looks at the rounded total. */
  decimals: z.number().int().min(0).max(3),
  rounding: z.strictObject({ sentence: SentenceSchema, source: SourceSchema }),
  /** Best first; the last one has `min` 0. */
  thresholds: z.array(z.strictObject({ level: z.enum(LEVELS), min: z.number(), source: SourceSchema })),
  vetoes: z.array(VetoSchema),
  eligibility: z.strictObject({
    minMonthsWorked: z.number().int(),
    leaveFromMonths: z.number().int(),
    leaveNotAbove: z.enum(LEVELS),
    source: SourceSchema,
  }),
  cap: CapSchema,
});
export type Scheme = z.infer<typeof SchemeSchema>;

/** The lines for which points are entered, in the order of the form. */
export function pointLines(scheme: Scheme): Criterion[] {
  const leaves = (criterion: Criterion): Criterion[] =>
    criterion.children === undefined ? [criterion] : criterion.children.flatMap(leaves);
  return scheme.common.criteria.flatMap(leaves);
}

/** The components that apply: d, đ, e only to leaders. */
export function componentsFor(scheme: Scheme, isLeader: boolean): Component[] {
  return scheme.results.components.filter((component) => isLeader || !component.leadersOnly);
}

/** The vetoes that can apply to this person. */
export function vetoesFor(scheme: Scheme, isLeader: boolean): Veto[] {
  return scheme.vetoes.filter((veto) => isLeader || !veto.leadersOnly);
}
