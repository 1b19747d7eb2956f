import type { LayoutMap, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import sharp from 'sharp';
import type { GreyImage } from '../src/image/index.ts';
import type { PageReading, QuestionReading } from '../src/reading/index.ts';
import { takePicture } from './damage.ts';
import { DAMAGE_CLASSES } from './damage-classes.ts';
import { type FilledPage, fillIn, type Habits, type Truth, UNCLEAR } from './fill-in.ts';
import { INK_PENS } from './pen.ts';
import { seeded } from './random.ts';
import { type Paper, printedForm, rasterise } from './sheet.ts';

/** One page of the trial with what is true of it. */
export interface TrialPage {
  readonly damage: string;
  readonly seed: number;
  readonly number: string;
  readonly page: number;
  readonly layout: LayoutMap;
  readonly truths: readonly Truth[];
  readonly jpeg: Buffer;
  readonly image: GreyImage;
}

/** A form's blank sheet, drawn once; writing and damage are what differs between the pages. */
export interface TrialForm {
  readonly layout: LayoutMap;
  readonly number: string;
  readonly papers: readonly Paper[];
}

export async function trialForm(
  model: QuestionnaireModel,
  number: string = sheetNumber('PL', 412).text,
): Promise<TrialForm> {
  const form = await printedForm(model);
  return { layout: form.layout, number, papers: await rasterise(await form.print(number), 250) };
}

/** A page of that class, the same for the same seed. */
export async function trialPage(form: TrialForm, damage: string, seed: number, habits: Habits): Promise<TrialPage> {
  const random = seeded(seed);
  const index = seed % form.papers.length;
  const [paper, layoutPage] = [form.papers[index], form.layout.pages[index]];
  const build = DAMAGE_CLASSES[damage];
  if (paper === undefined || layoutPage === undefined || build === undefined) throw new Error(`no class ${damage}`);
  const fax = damage === 'fax';
  // What is fainter than the fax's threshold is gone before anybody reads it.
  const filled: FilledPage = fillIn(paper, layoutPage, random, fax ? { ...habits, pens: INK_PENS } : habits);
  const other = form.papers[(index + 1) % form.papers.length] ?? paper;
  const { jpeg = 92, ...rest } = build(random, other);
  const picture = takePicture(filled.paper, rest, random);
  const raw = { width: picture.width, height: picture.height, channels: 1 as const };
  // A fax is 1-bit and never a JPEG.
  const packed = sharp(picture.data, { raw });
  const bytes = await (rest.fax === true ? packed.png() : packed.jpeg({ quality: Math.round(jpeg) })).toBuffer();
  const image = rest.fax === true ? picture : await unpacked(bytes);
  return {
    damage,
    seed,
    number: form.number,
    page: index + 1,
    layout: form.layout,
    truths: filled.truths,
    jpeg: bytes,
    image,
  };
}

async function unpacked(bytes: Buffer): Promise<GreyImage> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** What is known of a page when it is judged. */
type JudgedPage = Pick<TrialPage, 'damage' | 'seed' | 'number' | 'page' | 'truths'>;

/** How a reading did against the truth. */
export interface Tally {
  pages: number;
  registered: number;
  /** Single-choice questions with one plain mark, and how many of them went to a person. */
  ordinary: number;
  ordinaryToPerson: number;
  questions: number;
  /** Taken as an answer, and not what was meant. */
  silent: number;
  /** Marks that only a person can judge, and how many were left to one. */
  unclear: number;
  unclearToPerson: number;
  readonly notes: string[];
}

export function emptyTally(): Tally {
  return {
    pages: 0,
    registered: 0,
    ordinary: 0,
    ordinaryToPerson: 0,
    questions: 0,
    silent: 0,
    unclear: 0,
    unclearToPerson: 0,
    notes: [],
  };
}

/** Adds a page to a tally; gives the number of questions that were accepted and are right. */
export function judge(tally: Tally, page: JudgedPage, reading: PageReading): number {
  tally.pages += 1;
  const side = reading.sides.find(({ sheet }) => sheet.number === page.number);
  if (side === undefined || side.page !== page.page) {
    tally.notes.push(`${page.damage} ${page.seed}: ${reading.problems.map(({ code }) => code).join(' ')}`);
    return 0;
  }
  tally.registered += 1;
  let right = 0;
  for (const truth of page.truths) {
    const read = side.questions.find(({ question, kind }) => question === truth.question && kind !== 'handwriting');
    if (read !== undefined && judgeQuestion(tally, page, truth, read)) right += 1;
  }
  return right;
}

function judgeQuestion(tally: Tally, page: JudgedPage, truth: Truth, read: QuestionReading): boolean {
  const toPerson =
    read.state === 'doubt' || read.state === 'multiple' || (read.kind === 'single' && read.state === 'blank');
  const unclear = UNCLEAR.includes(truth.manner);
  tally.questions += 1;
  if (truth.kind === 'single' && truth.manner === 'plain') {
    tally.ordinary += 1;
    if (toPerson) tally.ordinaryToPerson += 1;
  }
  if (unclear) {
    tally.unclear += 1;
    if (toPerson) tally.unclearToPerson += 1;
  }
  const same = [...read.choices].sort().join() === [...truth.choices].sort().join();
  const silent = !toPerson && !same;
  if (silent) tally.silent += 1;
  if (silent || (toPerson && truth.manner === 'plain')) {
    const said = `${read.state} ${read.choices.join('+')} (${read.reason})`;
    tally.notes.push(
      `${silent ? 'SILENT' : 'person'} ${page.damage} ${page.seed} ${truth.question} ${truth.manner} ${truth.choices.join('+')} → ${said}`,
    );
  }
  return !toPerson && same;
}
