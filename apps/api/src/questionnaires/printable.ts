import { DomainError, type Sentence } from '@gandan/domain/errors';
import type { Item, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { type CompiledForm, compileForm, lintForm } from '@gandan/print/forms';

/** Something that paper cannot carry and that was left out, by its place in the model as it was given. */
export interface LeftOut {
  readonly path: string;
  readonly sentence: Sentence;
  readonly level: 'error' | 'warning';
}

/** What of a questionnaire could be laid out. */
export interface PrintablePart {
  /** Null when nothing could. */
  readonly form: CompiledForm | null;
  readonly findings: readonly LeftOut[];
}

/** An item with the place of it and of its children in the model as it was given. */
interface Placed {
  readonly item: Item;
  readonly path: string;
  readonly children: readonly string[];
}

type Finding = { readonly path?: string; readonly sentence: Sentence; readonly level?: string };

const MOST_ROUNDS = 20;
const TOO_LONG = 'questionnaire.too-long';

/**
 * Lays out what paper can carry of a questionnaire: leaves out the items that cannot be drawn, then those that no longer
 * fit on a sheet, and names each of them.
 */
export async function compilePrintable(model: QuestionnaireModel, version: number): Promise<PrintablePart> {
  const findings: LeftOut[] = [];
  let head: Omit<QuestionnaireModel, 'items'> = model;
  let placed = model.items.map(place);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // That the whole is too long is seen to below, when all that remains can be drawn.
    const problems = lintForm(modelOf(head, placed)).filter((finding) => isError(finding) && finding.path !== 'items');
    if (problems.length === 0) break;
    findings.push(...oncePerPlace(problems.map((problem) => leftOut(problem, placed))));
    head = withoutWords(head, problems);
    placed = without(placed, problems);
  }
  for (;;) {
    if (placed.length === 0) return { form: null, findings };
    try {
      const form = await compileForm(modelOf(head, placed), { version });
      return {
        form,
        findings: [
          ...findings,
          ...form.lint.map((finding) => ({ ...leftOut(finding, placed), level: 'warning' as const })),
        ],
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const before = placed;
      placed = error.code === TOO_LONG ? placed.slice(0, longestThatFits(head, placed)) : without(placed, error.places);
      if (placed.length === before.length) {
        findings.push({ path: 'items', sentence: error.sentence, level: 'error' });
        return { form: null, findings };
      }
      findings.push(
        ...(error.code === TOO_LONG ? cutOff(model, placed) : error.places.map((problem) => leftOut(problem, before))),
      );
    }
  }
}

const isError = (finding: Finding) => finding.level !== 'warning';

function place(item: Item, index: number): Placed {
  const path = `items.${index}`;
  return { item, path, children: 'items' in item ? item.items.map((_, at) => `${path}.items.${at}`) : [] };
}

function modelOf(head: Omit<QuestionnaireModel, 'items'>, placed: readonly Placed[]): QuestionnaireModel {
  return { ...head, items: placed.map(({ item }) => item) };
}

/** The finding with its place in the model as it was given. */
function leftOut({ path = '', sentence }: Finding, placed: readonly Placed[]): LeftOut {
  const [, index, at, rest] = /^items\.(\d+)(?:\.items\.(\d+))?(.*)$/u.exec(path) ?? [];
  const there = index === undefined ? undefined : placed[Number(index)];
  if (there === undefined) return { path, sentence, level: 'error' };
  const base = at === undefined ? there.path : (there.children[Number(at)] ?? there.path);
  const place = base + (rest ?? '');
  if (!place.endsWith('.relevant')) return { path: place, sentence, level: 'error' };
  return {
    path: place,
    level: 'warning',
    sentence: {
      vi: `${sentence.vi} Câu này được in cho mọi người.`,
      en: `${sentence.en} It is printed for everybody.`,
    },
  };
}

/** One finding a place: a repetition says the same of each of its copies. */
function oncePerPlace(findings: readonly LeftOut[]): LeftOut[] {
  return findings.filter(({ path }, index) => findings.findIndex((other) => other.path === path) === index);
}

function withoutWords(
  head: Omit<QuestionnaireModel, 'items'>,
  problems: readonly Finding[],
): Omit<QuestionnaireModel, 'items'> {
  const bad = new Set(problems.map(({ path = '' }) => path.split('.')[0]));
  const { subtitle, instructions, notice, ...rest } = head;
  return {
    ...rest,
    ...(bad.has('title') ? { title: { vi: head.code.toUpperCase() } } : {}),
    ...(subtitle === undefined || bad.has('subtitle') ? {} : { subtitle }),
    ...(instructions === undefined || bad.has('instructions') ? {} : { instructions }),
    ...(notice === undefined || bad.has('notice') ? {} : { notice }),
  };
}

/** The items without what was found: a condition that cannot be drawn goes alone, anything else takes its item along. */
function without(placed: readonly Placed[], problems: readonly Finding[]): Placed[] {
  const paths = problems.map(({ path = '' }) => path);
  return placed.flatMap((entry, index) => {
    const own = paths.filter((path) => path === `items.${index}` || path.startsWith(`items.${index}.`));
    if (own.length === 0) return [entry];
    const ofChildren = own.flatMap((path) => {
      const [, at, rest] = /^items\.\d+\.items\.(\d+)(.*)$/u.exec(path) ?? [];
      return at === undefined ? [] : [{ at: Number(at), rest: rest ?? '' }];
    });
    const { item, path, children } = entry;
    if (ofChildren.length < own.length) {
      const onlyCondition = own.every((one) => one === `items.${index}.relevant`);
      return onlyCondition && 'relevant' in item ? [{ item: unconditioned(item), path, children }] : [];
    }
    return 'items' in item ? withoutChildren({ ...entry, item }, ofChildren) : [];
  });
}

function withoutChildren(
  { item, path, children }: Placed & { item: Extract<Item, { items: unknown }> },
  problems: readonly { at: number; rest: string }[],
): Placed[] {
  const kept = item.items.flatMap((child, at) => {
    const own = problems.filter((problem) => problem.at === at);
    if (own.some(({ rest }) => rest !== '.relevant' || child.relevant === undefined)) return [];
    return [{ child: own.length === 0 ? child : unconditioned(child), path: children[at] ?? path }];
  });
  if (kept.length === 0) return [];
  return [{ item: { ...item, items: kept.map(({ child }) => child) }, path, children: kept.map((one) => one.path) }];
}

function unconditioned<T extends Item>(item: T): T {
  const { relevant: _, ...rest } = item as T & { relevant?: unknown };
  return rest as T;
}

/** How many of the items, from the first, still fit on a sheet. */
function longestThatFits(head: Omit<QuestionnaireModel, 'items'>, placed: readonly Placed[]): number {
  let [fits, tooMany] = [0, placed.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (lintForm(modelOf(head, placed.slice(0, middle))).some(isError)) tooMany = middle;
    else fits = middle;
  }
  return fits;
}

function cutOff(model: QuestionnaireModel, kept: readonly Placed[]): LeftOut[] {
  const last = Number(/^items\.(\d+)/u.exec(kept.at(-1)?.path ?? 'items.-1')?.[1] ?? -1);
  return model.items.slice(last + 1).map((item, index) => ({
    path: `items.${last + 1 + index}`,
    level: 'error',
    sentence: {
      vi: `Mục “${item.name}” không còn chỗ trên phiếu (một phiếu tối đa bốn trang) nên không in. Hãy bớt câu hỏi.`,
      en: `There is no room for “${item.name}” on the sheet (at most four sides), so it is not printed. Ask less.`,
    },
  }));
}
