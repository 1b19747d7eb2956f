/**
 * Reading scans: pages of twenty kinds of damage, filled in by seed, read by us and by Auto Multiple Choice's detector
 * (where it is installed), the same pages to both. AMC only measures blackness; the threshold that suits it best on these
 * very pages is chosen for it afterwards. Then a PDF of a thousand pages, for memory. GANDAN_AMC_DETECT names the detector
 * where Debian's package is not installed; `PAGES_EACH` pages of each kind take some minutes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE, type LayoutMap } from '@gandan/domain/questionnaires';
import { readContent, readFiles } from '@gandan/scan/files';
import type { PageReading } from '@gandan/scan/reading';
import {
  DAMAGE_CLASSES,
  emptyTally,
  judge,
  type Tally,
  type TrialForm,
  type TrialPage,
  trialForm,
  trialPage,
} from '@gandan/scan/testing';
import type { Figure } from './report.ts';
import { AMC_DETECT, childSeconds, detect } from './scan/amc-detect.ts';
import { jpegPdf } from './scan/jpeg-pdf.ts';

const PAGES_EACH = 12;
const SEED = 9000;
const LONG_PDF = 1000;
/** Shares of black from which a box counts as ticked, tried one after another. */
const AMC_THRESHOLDS = [0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];
const PEER = 'AMC-detect';

/** A page of the trial and the file that both sides read it from. */
interface Trial extends Omit<TrialPage, 'jpeg' | 'image'> {
  readonly file: string;
}

interface Side {
  readonly tally: Tally;
  /** Questions accepted and right. */
  right: number;
}

/** What AMC measured of a page. */
interface Measured {
  readonly page: Trial;
  readonly shares: ReadonlyMap<string, number> | null;
}

export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-scan-bench-'));
  try {
    const form = await trialForm(HOUSEHOLD_QUESTIONNAIRE);
    writeFileSync(join(folder, 'layout.json'), JSON.stringify(form.layout));
    const trials = await makePages(form, folder);
    const { readings, seconds } = readByUs(trials, folder);
    const before = AMC_DETECT === undefined ? 0 : childSeconds();
    const measured = AMC_DETECT === undefined ? [] : trials.map((page) => ({ page, shares: measureByAmc(page) }));
    const peerSeconds = AMC_DETECT === undefined ? 0 : childSeconds() - before;
    const threshold = bestThreshold(measured);
    const rows = Object.keys(DAMAGE_CLASSES).map((damage) => {
      const { tally, right } = judged(trials, readings, damage);
      const peer = amcTally(
        measured.filter(({ page }) => page.damage === damage),
        threshold,
      );
      return figure(`${damage}: questions answered rightly`, percent(right, tally.questions), peerRight(peer));
    });
    const all = judged(trials, readings);
    rows.push(...overall(all, seconds, amcTally(measured, threshold), measured.length, peerSeconds));
    rows.push(...(await longPdf(form, folder)));
    if (measured.length > 0) {
      rows.push({ name: `${PEER}: share of black from which a box is ticked`, value: 100 * threshold, unit: '%' });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makePages(form: TrialForm, folder: string): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const damage of Object.keys(DAMAGE_CLASSES)) {
    for (let at = 0; at < PAGES_EACH; at += 1) {
      const { jpeg, image: _, ...page } = await trialPage(form, damage, SEED + at, { trouble: 0.25 });
      const file = join(folder, `${trials.length}.${damage === 'fax' ? 'png' : 'jpg'}`);
      writeFileSync(file, jpeg);
      trials.push({ ...page, file });
    }
  }
  return trials;
}

/** In a process of its own, its start included, as the peer's is. */
function readByUs(trials: readonly Trial[], folder: string) {
  const list = join(folder, 'files.json');
  const out = join(folder, 'readings.json');
  writeFileSync(list, JSON.stringify(trials.map(({ file }) => file)));
  execFileSync(process.execPath, [import.meta.filename, 'read', list, join(folder, 'layout.json'), out]);
  return JSON.parse(readFileSync(out, 'utf8')) as {
    readonly readings: readonly PageReading[];
    readonly seconds: number;
  };
}

function judged(trials: readonly Trial[], readings: readonly PageReading[], damage?: string): Side {
  const side: Side = { tally: emptyTally(), right: 0 };
  trials.forEach((page, index) => {
    const reading = readings[index] ?? { sides: [], problems: [] };
    if (damage === undefined || page.damage === damage) side.right += judge(side.tally, page, reading);
  });
  return side;
}

function measureByAmc(page: Trial): ReadonlyMap<string, number> | null {
  const layoutPage = page.layout.pages[page.page - 1];
  if (layoutPage === undefined) return null;
  const upsideDown = page.damage === 'upside down';
  return detect({ file: page.file, page: layoutPage, size: page.layout.pageSize, upsideDown });
}

interface PeerTally {
  registered: number;
  questions: number;
  right: number;
  silent: number;
  ordinary: number;
  ordinaryToPerson: number;
}

/** AMC's rule: ticked from a share of black on; one answer to a single choice is an answer, anything else for a person. */
function amcTally(measured: readonly Measured[], threshold: number): PeerTally {
  const tally: PeerTally = { registered: 0, questions: 0, right: 0, silent: 0, ordinary: 0, ordinaryToPerson: 0 };
  for (const { page, shares } of measured) {
    tally.questions += page.truths.length;
    if (shares === null) continue;
    tally.registered += 1;
    for (const truth of page.truths) {
      const fields =
        page.layout.pages[page.page - 1]?.fields.filter(({ question }) => question === truth.question) ?? [];
      const ticked = fields.filter(({ id }) => (shares.get(id) ?? 0) >= threshold).map(({ choice = '' }) => choice);
      const toPerson = truth.kind === 'single' && ticked.length !== 1;
      const same = [...ticked].sort().join() === [...truth.choices].sort().join();
      if (!toPerson && same) tally.right += 1;
      if (!toPerson && !same) tally.silent += 1;
      if (truth.kind !== 'single' || truth.manner !== 'plain') continue;
      tally.ordinary += 1;
      if (toPerson) tally.ordinaryToPerson += 1;
    }
  }
  return tally;
}

function bestThreshold(measured: readonly Measured[]): number {
  const wrong = (threshold: number) => {
    const { right, silent } = amcTally(measured, threshold);
    return silent - right;
  };
  return [...AMC_THRESHOLDS].sort((a, b) => wrong(a) - wrong(b))[0] ?? 0.15;
}

function overall(
  { tally }: Side,
  seconds: number,
  peer: PeerTally,
  peerPages: number,
  peerSeconds: number,
): readonly Figure[] {
  const at = (name: string, value: number, unit: string, other: number, wanted?: Figure['wanted']): Figure => ({
    ...figure(name, value, peerPages === 0 ? undefined : other),
    unit,
    ...(wanted === undefined ? {} : { wanted }),
  });
  return [
    at('pages registered', percent(tally.registered, tally.pages), '%', percent(peer.registered, peerPages), {
      at: 'least',
      value: 99.5,
    }),
    at(
      'ordinary single choices sent to a person',
      percent(tally.ordinaryToPerson, tally.ordinary),
      '%',
      percent(peer.ordinaryToPerson, peer.ordinary),
      { at: 'most', value: 3 },
    ),
    at('silent errors', percent(tally.silent, tally.questions), '%', percent(peer.silent, peer.questions), {
      at: 'most',
      value: 0.05,
    }),
    {
      name: 'circled, beside, in the gap, several, lone fill: left to a person',
      value: percent(tally.unclearToPerson, tally.unclear),
      unit: '%',
    },
    { name: 'questions judged', value: tally.questions, unit: 'questions' },
    at('pages a CPU-second', tally.pages / seconds, 'pages', peerPages / peerSeconds, { at: 'least', value: 4 }),
  ];
}

function peerRight(peer: PeerTally): number | undefined {
  return peer.questions === 0 ? undefined : percent(peer.right, peer.questions);
}

function figure(name: string, value: number, peer: number | undefined): Figure {
  return { name, value, unit: '%', ...(peer === undefined ? {} : { peer: { name: PEER, value: peer } }) };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** A thousand pages in one PDF, read by a process of its own. */
async function longPdf(form: TrialForm, folder: string): Promise<readonly Figure[]> {
  const front = await trialPage(form, '150 dpi', SEED, { trouble: 0 });
  const back = await trialPage(form, '150 dpi', SEED + 1, { trouble: 0 });
  const path = join(folder, 'long.pdf');
  await jpegPdf(
    path,
    Array.from({ length: LONG_PDF }, (_, at) => (at % 2 === 0 ? front : back)),
  );
  const args = [import.meta.filename, 'long', path, join(folder, 'layout.json')];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const { pages, peakMb } = JSON.parse(output) as { pages: number; peakMb: number };
  const megabytes = Math.round(statSync(path).size / 1e6);
  return [
    {
      name: `PDF of ${megabytes} MB: pages read`,
      value: pages,
      unit: 'pages',
      wanted: { at: 'least', value: LONG_PDF },
    },
    { name: 'peak memory while reading it', value: peakMb, unit: 'MB', wanted: { at: 'most', value: 500 } },
  ];
}

/** The highest mark of this process alone; `maxRSS` begins with that of the process that started it. */
function peakMegabytes(): number {
  const own = /VmHWM:\s+(\d+) kB/.exec(
    existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '',
  );
  return Number(own?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const [task, input = '', layoutFile = '', out = ''] = process.argv.slice(2);
if (task === 'long' || task === 'read') {
  const layouts = [JSON.parse(readFileSync(layoutFile, 'utf8')) as LayoutMap];
  if (task === 'long') {
    let pages = 0;
    for await (const { reading } of readFiles([input], layouts)) pages += reading.sides.length;
    console.log(JSON.stringify({ pages, peakMb: peakMegabytes() }));
  } else {
    const readings: PageReading[] = [];
    for (const path of JSON.parse(readFileSync(input, 'utf8')) as string[]) {
      readings.push(await readContent({ kind: 'encoded', encoded: { path, page: 0 } }, layouts));
    }
    const { user, system } = process.cpuUsage();
    writeFileSync(out, JSON.stringify({ readings, seconds: (user + system) / 1e6 }));
  }
}
