/**
 * Reading scans: pages of twenty kinds of damage, filled in by seed, read by us and by Auto Multiple Choice's detector
 * (where it is installed), the same pages to both. AMC only measures blackness; the threshold that suits it best on these
 * very pages is chosen for it afterwards. Then a PDF of a thousand pages, for memory. GANDAN_AMC_DETECT names the detector
 * where Debian's package is not installed; `PAGES_EACH` pages of each kind take some minutes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE, type LayoutMap } from '@gandan/domain/questionnaires';
import { readContent, readFiles } from '@gandan/scan/files';
import {
  DAMAGE_CLASSES,
  emptyTally,
  judge,
  type Tally,
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

interface Side {
  readonly tally: Tally;
  seconds: number;
  /** Questions accepted and right. */
  right: number;
}

/** What AMC measured of a page. */
interface Measured {
  readonly page: TrialPage;
  readonly shares: ReadonlyMap<string, number> | null;
}

export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-scan-bench-'));
  try {
    const form = await trialForm(HOUSEHOLD_QUESTIONNAIRE);
    const rows: Figure[] = [];
    const all: Side = { tally: emptyTally(), seconds: 0, right: 0 };
    const measured: Measured[] = [];
    const ours: { readonly damage: string; readonly side: Side }[] = [];
    let peerSeconds = 0;
    for (const damage of Object.keys(DAMAGE_CLASSES)) {
      const side: Side = { tally: emptyTally(), seconds: 0, right: 0 };
      for (let at = 0; at < PAGES_EACH; at += 1) {
        const page = await trialPage(form, damage, SEED + at, { trouble: 0.25 });
        await readByUs(page, side);
        const before = childSeconds();
        if (AMC_DETECT !== undefined) measured.push({ page, shares: measureByAmc(page, folder) });
        peerSeconds += childSeconds() - before;
      }
      ours.push({ damage, side });
      add(all, side);
    }
    const threshold = bestThreshold(measured);
    for (const { damage, side } of ours) {
      const peer = amcTally(
        measured.filter(({ page }) => page.damage === damage),
        threshold,
      );
      rows.push(
        figure(`${damage}: questions answered rightly`, percent(side.right, side.tally.questions), peerRight(peer)),
      );
    }
    const peer = amcTally(measured, threshold);
    rows.push(...overall(all, peer, measured.length, peerSeconds), ...(await longPdf(form.layout, form, folder)));
    if (measured.length > 0)
      rows.push({ name: `${PEER}: share of black from which a box is ticked`, value: 100 * threshold, unit: '%' });
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readByUs(page: TrialPage, side: Side): Promise<void> {
  const before = process.cpuUsage();
  const reading = await readContent({ kind: 'encoded', encoded: { bytes: page.jpeg } }, [page.layout]);
  const { user, system } = process.cpuUsage(before);
  side.seconds += (user + system) / 1e6;
  side.right += judge(side.tally, page, reading);
}

function measureByAmc(page: TrialPage, folder: string): ReadonlyMap<string, number> | null {
  const file = join(folder, page.damage === 'fax' ? 'page.png' : 'page.jpg');
  writeFileSync(file, page.jpeg);
  const layoutPage = page.layout.pages[page.page - 1];
  if (layoutPage === undefined) return null;
  const upsideDown = page.damage === 'upside down';
  return detect({ file, page: layoutPage, size: page.layout.pageSize, upsideDown });
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

function overall({ tally, seconds }: Side, peer: PeerTally, peerPages: number, peerSeconds: number): readonly Figure[] {
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

function add(all: Side, side: Side): void {
  all.seconds += side.seconds;
  all.right += side.right;
  for (const key of [
    'pages',
    'registered',
    'ordinary',
    'ordinaryToPerson',
    'questions',
    'silent',
    'unclear',
    'unclearToPerson',
  ] as const) {
    all.tally[key] += side.tally[key];
  }
}

/** A thousand pages in one PDF, read by a process of its own. */
async function longPdf(
  layout: LayoutMap,
  form: Parameters<typeof trialPage>[0],
  folder: string,
): Promise<readonly Figure[]> {
  const [front, back] = [
    await trialPage(form, '150 dpi', SEED, { trouble: 0 }),
    await trialPage(form, '150 dpi', SEED + 1, { trouble: 0 }),
  ];
  const path = join(folder, 'long.pdf');
  await jpegPdf(
    path,
    Array.from({ length: LONG_PDF }, (_, at) => (at % 2 === 0 ? front : back)),
  );
  writeFileSync(join(folder, 'layout.json'), JSON.stringify(layout));
  const output = execFileSync(process.execPath, [import.meta.filename, 'long', path, join(folder, 'layout.json')], {
    encoding: 'utf8',
  });
  const { pages, peakMb, megabytes } = JSON.parse(output) as { pages: number; peakMb: number; megabytes: number };
  return [
    {
      name: `PDF of ${Math.round(megabytes)} MB: pages read`,
      value: pages,
      unit: 'pages',
      wanted: { at: 'least', value: LONG_PDF },
    },
    { name: 'peak memory while reading it', value: peakMb, unit: 'MB', wanted: { at: 'most', value: 500 } },
  ];
}

if (process.argv[2] === 'long') {
  const { readFileSync, statSync } = await import('node:fs');
  const [path = '', layoutFile = ''] = process.argv.slice(3);
  let pages = 0;
  for await (const { reading } of readFiles([path], [JSON.parse(readFileSync(layoutFile, 'utf8')) as LayoutMap])) {
    pages += reading.sides.length;
  }
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ pages, peakMb, megabytes: statSync(path).size / 1e6 }));
}
