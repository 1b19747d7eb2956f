import type { LayoutField, LayoutPage } from '@gandan/domain/questionnaires';
import { BALLPOINT, FELT_PEN, FINE_PEN, Hand, LIGHT_PENCIL, PENCIL, type Pen, SHAKY } from './pen.ts';
import type { Random } from './random.ts';
import type { Paper } from './sheet.ts';

/** What a person meant, and how hard he made it. */
export interface Truth {
  readonly question: string;
  readonly kind: 'single' | 'multiple';
  readonly choices: readonly string[];
  /**
   * `plain`: one mark, or none, as asked for. The others are what paper invites people to do; `unclear` ones nobody can
   * answer without looking.
   */
  readonly manner: Manner;
}

export type Manner =
  | 'plain'
  | 'blank'
  | 'corrected'
  | 'several'
  | 'lone-fill'
  | 'circled'
  | 'beside'
  | 'in-the-gap'
  | 'over-neighbour';

/** Manners that a machine must leave to a person. */
export const UNCLEAR: readonly Manner[] = ['several', 'lone-fill', 'circled', 'beside', 'in-the-gap'];

export interface Habits {
  /** Share of questions answered in another manner than plain. */
  readonly trouble: number;
  readonly pens?: readonly Pen[];
}

export interface FilledPage {
  readonly paper: Paper;
  readonly truths: readonly Truth[];
}

const PENS = [BALLPOINT, BALLPOINT, BALLPOINT, FINE_PEN, FELT_PEN, PENCIL, LIGHT_PENCIL, SHAKY];

/** Fills a side in, with one pen and one habit, as one person does. */
export function fillIn(blank: Paper, page: LayoutPage, random: Random, habits: Habits): FilledPage {
  const hand = new Hand(blank, random);
  const pen = random.pick(habits.pens ?? PENS);
  const style = random.pick(['x', 'x', 'tick', 'tick', 'slash'] as const);
  const groups = Map.groupBy(
    page.fields.filter(({ kind }) => kind === 'choice'),
    ({ question }) => question,
  );
  const truths = [...groups].map(([question, boxes]) => {
    const multiple = boxes[0]?.multiple === true;
    const manner = random.chance(habits.trouble)
      ? random.pick(multiple ? MULTIPLE_TROUBLE : SINGLE_TROUBLE)
      : random.chance(0.06)
        ? 'blank'
        : 'plain';
    return {
      question,
      kind: multiple ? ('multiple' as const) : ('single' as const),
      manner,
      choices: answer(hand, pen, style, boxes, multiple, manner, random),
    };
  });
  for (const field of page.fields) {
    if (field.kind === 'choice' || random.chance(0.4)) continue;
    hand.scrawl(pen, field.x + 2, field.y + 1, Math.min(field.w - 3, 30), field.h - 2);
  }
  return { paper: { ...blank, data: hand.data }, truths };
}

const SINGLE_TROUBLE: readonly Manner[] = [
  'blank',
  'corrected',
  'several',
  'lone-fill',
  'circled',
  'beside',
  'over-neighbour',
];
const MULTIPLE_TROUBLE: readonly Manner[] = ['blank', 'corrected', 'circled', 'beside', 'in-the-gap'];

function answer(
  hand: Hand,
  pen: Pen,
  style: 'x' | 'tick' | 'slash',
  boxes: readonly LayoutField[],
  multiple: boolean,
  manner: Manner,
  random: Random,
): readonly string[] {
  const shuffled = [...boxes].sort(() => random.next() - 0.5);
  const [first, second] = shuffled;
  if (first === undefined) return [];
  const mark = ({ x, y, w }: LayoutField) => hand[style](pen, x, y, w);
  const name = ({ choice = '' }: LayoutField) => choice;
  switch (manner) {
    case 'blank':
      return [];
    case 'plain': {
      const chosen = multiple ? shuffled.slice(0, 1 + Math.floor(random.next() * Math.min(3, boxes.length))) : [first];
      chosen.forEach(mark);
      return chosen.map(name);
    }
    case 'corrected': {
      mark(first);
      if (second === undefined) return [name(first)];
      mark(second);
      hand.fill(pen, second.x, second.y, second.w);
      return [name(first)];
    }
    case 'several':
      mark(first);
      if (second !== undefined) mark(second);
      return shuffled.slice(0, 2).map(name);
    case 'lone-fill':
      hand.fill(pen, first.x, first.y, first.w);
      return [name(first)];
    case 'circled':
      hand.ring(pen, first.x, first.y, first.w);
      if (multiple && second !== undefined) mark(second);
      return [name(first)];
    case 'beside':
      hand.tick(pen, first.x + first.w + random.between(0.3, 0.8), first.y, first.w);
      if (multiple && second !== undefined) mark(second);
      return [name(first)];
    case 'in-the-gap':
      hand.stroke(pen, [first.x - 0.5, first.y + first.h + 1.2], [first.x + first.w + 1.5, first.y + first.h + 0.5]);
      if (second !== undefined) mark(second);
      return [name(first)];
    case 'over-neighbour': {
      mark(first);
      // The tail of a hasty tick, thrown upwards to the right.
      hand.stroke(pen, [first.x + 1, first.y + first.h - 0.5], [first.x + first.w + 2.5, first.y - 4]);
      return [name(first)];
    }
  }
}
