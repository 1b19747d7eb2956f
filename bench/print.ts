/**
 * One household form of two pages, printed for many households: this product against what an office or a programmer would
 * take instead. Every measure is a process of its own, its start included. The peers print fewer sheets where more would
 * take minutes or all memory, and are compared by the page. What is made easier for them: LibreOffice gets no QR codes and
 * only the fields' names, pdfkit draws the form's boxes without its words, pdfmake is given our finished layout.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { compileForm } from '@gandan/print/forms';
import type { Figure } from './report.ts';

/** What one process measured of itself. */
interface Measure {
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly pages: number;
  readonly megabytes: number;
}

const SIZES = [240, 2_400, 24_000] as const;
const COUNTRYSIDE = 240_000;
const PROVINCE = 370_000;
/** Sheets that each peer prints: as many as it can in about half a minute and 2 GB. */
const PEERS = { 'pdfmake-each': 48, 'pdfmake-one': 240, pdfkit: 24_000 } as const;
const LIBREOFFICE_SHEETS = 240;

export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-bench-'));
  try {
    // Compiled beforehand, as it is in the office: once for each version of the questionnaire.
    const form = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 1 });
    writeFileSync(join(folder, 'template.pdf'), form.templatePdf);
    writeFileSync(join(folder, 'layout.json'), JSON.stringify(form.layout));
    const ours = new Map<number, Measure>();
    for (const sheets of [...SIZES, COUNTRYSIDE, PROVINCE]) ours.set(sheets, measure('ours', sheets, folder));
    const of = (sheets: number) => ours.get(sheets) ?? nothing();
    const each = measure('pdfmake-each', PEERS['pdfmake-each'], folder);
    const one = measure('pdfmake-one', PEERS['pdfmake-one'], folder);
    const pdfkit = measure('pdfkit', PEERS.pdfkit, folder);
    const office = await measureLibreOffice(folder);
    const large = of(24_000);
    return [
      ...SIZES.map((sheets) => ({ name: `${sheets} sheets`, value: rate(of(sheets)), unit: 'pages/CPU-s' })),
      against('24000 sheets', large, `pdfmake, a document a household (${PEERS['pdfmake-each']})`, each),
      timesFaster('times pdfmake, by household', large, each, 1000),
      against('24000 sheets', large, `pdfmake, one document (${PEERS['pdfmake-one']})`, one),
      against('24000 sheets', large, `pdfkit, XObject (${PEERS.pdfkit})`, pdfkit),
      ...(office === null
        ? []
        : [
            against('24000 sheets', large, `LibreOffice, .fodt of ${LIBREOFFICE_SHEETS} copies`, office),
            timesFaster('times LibreOffice', large, office, 100),
          ]),
      { name: 'CPU of 370,000 sheets', value: of(PROVINCE).cpuSeconds, unit: 's', wanted: { at: 'most', value: 120 } },
      {
        name: 'memory, 240,000 sheets over 2,400',
        value: of(COUNTRYSIDE).peakMb / of(2_400).peakMb,
        unit: '×',
        wanted: { at: 'most', value: 1.5 },
      },
      ...[2_400, 24_000, COUNTRYSIDE].map((sheets) => ({
        name: `peak memory, ${sheets} sheets`,
        value: of(sheets).peakMb,
        unit: 'MB',
      })),
      memory('pdfmake, one document', one),
      memory('pdfkit', pdfkit),
      ...(office === null ? [] : [memory('LibreOffice', office)]),
      {
        ...size('size of a page', large),
        peer: { name: 'pdfmake, a document a household', value: size('', each).value },
      },
      { ...size('size of a page', large), peer: { name: 'pdfkit', value: size('', pdfkit).value } },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rate = ({ pages, cpuSeconds }: Measure): number => pages / cpuSeconds;
const against = (name: string, ours: Measure, peer: string, theirs: Measure): Figure => ({
  name,
  value: rate(ours),
  unit: 'pages/CPU-s',
  peer: { name: peer, value: rate(theirs) },
});
const timesFaster = (name: string, ours: Measure, theirs: Measure, least: number): Figure => ({
  name,
  value: rate(ours) / rate(theirs),
  unit: '×',
  wanted: { at: 'least', value: least },
});
const memory = (name: string, { peakMb, pages }: Measure): Figure => ({
  name: `peak memory, ${name}, ${pages} pages`,
  value: peakMb,
  unit: 'MB',
});
const size = (name: string, { megabytes, pages }: Measure): Figure => ({
  name,
  value: (megabytes * 1000) / pages,
  unit: 'kB',
});

function nothing(): never {
  throw new Error('nothing was measured');
}

function measure(side: 'ours' | keyof typeof PEERS, sheets: number, folder: string): Measure {
  const runner = join(import.meta.dirname, 'print', 'side.ts');
  const output = execFileSync(process.execPath, [runner, side, String(sheets), folder], { encoding: 'utf8' });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** Null, with a word about it, where LibreOffice is not installed. */
async function measureLibreOffice(folder: string): Promise<Measure | null> {
  const program = soffice();
  if (program === null) {
    console.error('LibreOffice is not installed: it is left out.');
    return null;
  }
  const source = join(folder, 'forms.fodt');
  execFileSync(process.execPath, [
    join(import.meta.dirname, 'print', 'side.ts'),
    'fodt',
    String(LIBREOFFICE_SHEETS),
    folder,
  ]);
  const args = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ];
  const made = join(folder, 'forms.pdf');
  let seen = { ticks: 0, peakKb: 0 };
  // With a new profile it only sets that up, and asks to be started again.
  for (let start = 0; start < 3 && !existsSync(made); start += 1)
    seen = await watch(spawn(program, [...args, source], { stdio: 'ignore' }));
  if (!existsSync(made)) {
    console.error('LibreOffice made no PDF: it is left out.');
    return null;
  }
  const megabytes = statSync(made).size / 1e6;
  // Linux counts the CPU of a process in hundredths of a second.
  return { cpuSeconds: seen.ticks / 100, peakMb: seen.peakKb / 1024, pages: LIBREOFFICE_SHEETS * 2, megabytes };
}

/** The CPU and memory of a process, looked at until it ends. */
async function watch(process: ChildProcess): Promise<ReturnType<typeof seenOf>> {
  let [ticks, peakKb] = [0, 0];
  while (process.exitCode === null && process.signalCode === null) {
    const seen = seenOf(process.pid ?? 0);
    [ticks, peakKb] = [Math.max(ticks, seen.ticks), Math.max(peakKb, seen.peakKb)];
    await pause(50);
  }
  return { ticks, peakKb };
}

function soffice(): string | null {
  const found = (process.env.PATH ?? '').split(':').map((place) => join(place, 'soffice'));
  const path = found.find((place) => existsSync(place));
  if (path === undefined) return null;
  const binary = join(dirname(realpathSync(path)), 'soffice.bin');
  return existsSync(binary) ? binary : null;
}

function seenOf(pid: number): { readonly ticks: number; readonly peakKb: number } {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return { ticks: Number(words[11]) + Number(words[12]), peakKb: Number(peak?.[1] ?? 0) };
  } catch {
    return { ticks: 0, peakKb: 0 };
  }
}
