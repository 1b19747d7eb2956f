/**
 * The packets of a whole commune: 94 groups of 26 households, printed by us as one file, against plain pdfmake with one
 * document a group. Each side runs in processes of its own, turn about, and its best run counts: what else the machine
 * does can only make a run worse. pdfmake prints 3 groups, because 94 would take minutes; its rate is by the page.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PacketSheet, PacketView } from '@gandan/domain/meetings';
import { HOUSEHOLD_QUESTIONNAIRE, type LayoutMap } from '@gandan/domain/questionnaires';
import { formatQrPayload, sheetNumber } from '@gandan/domain/sheets';
import { compileForm, formDefinition } from '@gandan/print/forms';
import { writePackets } from '@gandan/print/packet';
import { mm, type PdfDefinition, renderPdf } from '@gandan/print/pdf';
import type { Figure } from './report.ts';

const GROUPS = 94;
const HOUSEHOLDS = 26;
const PEER_GROUPS = 3;
const ROUNDS = 2;
const CREATED = new Date(Date.UTC(2026, 10, 20));

/** What one process measured of itself. */
interface Measure {
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly pages: number;
  readonly sheets: number;
  readonly megabytes: number;
}

export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-bench-'));
  try {
    // Compiled beforehand, as it is in the office: once for each version of the questionnaire.
    const form = await compileForm(HOUSEHOLD_QUESTIONNAIRE, { version: 1 });
    writeFileSync(join(folder, 'template.pdf'), form.templatePdf);
    writeFileSync(join(folder, 'layout.json'), JSON.stringify(form.layout));
    const [ours, peer]: [Measure[], Measure[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(measure('ours', folder));
      peer.push(measure('peer', folder));
    }
    return rows(best(ours), best(peer));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rows(ours: Measure, peer: Measure): readonly Figure[] {
  const name = 'pdfmake, a document a group';
  return [
    {
      name: 'CPU of a commune, start of node included',
      value: ours.cpuSeconds,
      unit: 's',
      peer: { name: `${name} (by the page)`, value: (peer.cpuSeconds / peer.pages) * ours.pages },
      wanted: { at: 'most', value: 10 },
    },
    {
      name: 'pages a CPU-second',
      value: ours.pages / ours.cpuSeconds,
      unit: 'pages',
      peer: { name, value: peer.pages / peer.cpuSeconds },
    },
    {
      name: 'peak memory of the process',
      value: ours.peakMb,
      unit: 'MB',
      peer: { name: `${name} (${PEER_GROUPS} groups)`, value: peer.peakMb },
      wanted: { at: 'most', value: 300 },
    },
    {
      name: 'size of a page',
      value: (ours.megabytes * 1000) / ours.pages,
      unit: 'kB',
      peer: { name, value: (peer.megabytes * 1000) / peer.pages },
    },
    { name: 'pages', value: ours.pages, unit: 'pages' },
    { name: 'household sheets', value: ours.sheets, unit: 'sheets', wanted: { at: 'least', value: 2400 } },
    { name: 'size of the file', value: ours.megabytes, unit: 'MB' },
  ];
}

function best(measures: readonly Measure[]): Measure {
  const [first, ...others] = [...measures].sort((a, b) => a.cpuSeconds - b.cpuSeconds);
  if (first === undefined) throw new Error('nothing was measured');
  return { ...first, peakMb: Math.min(first.peakMb, ...others.map((other) => other.peakMb)) };
}

function measure(side: 'ours' | 'peer', folder: string): Measure {
  const output = execFileSync(process.execPath, [import.meta.filename, side, folder], { encoding: 'utf8' });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** A made-up group of households. */
function packet(group: number): PacketView {
  const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi'];
  const given = ['Mẫu', 'Thử', 'Ví Dụ', 'Thí Nghiệm', 'Giả Định', 'Minh Họa'];
  return {
    office: {
      superiorName: 'Ủy ban nhân dân tỉnh Vĩnh Long',
      issuerName: 'Ủy ban nhân dân xã Phú Lễ',
      placeName: 'Phú Lễ',
    },
    hamletName: 'Ấp Thạnh Phước',
    group: { code: `TP-${group}`, name: `Tổ nhân dân tự quản số ${group}`, headName: null, deputyName: null },
    meeting: { heldOn: '2026-11-24', place: null },
    cadreNames: ['Trần Thị Ví Dụ'],
    sheets: Array.from({ length: HOUSEHOLDS }, (_, index) => ({
      number: sheetNumber('PL', group * HOUSEHOLDS + index).text,
      householdCode: `TP-${group}-${index + 1}`,
      headName: `${families[index % families.length]} Thị ${given[(index * 7 + group) % given.length]}`,
      address: `Số ${index + 1}, đường ${(group % 9) + 1}`,
    })),
  };
}

async function runOurs(folder: string): Promise<Omit<Measure, 'cpuSeconds' | 'peakMb'>> {
  const form = {
    templatePdf: new Uint8Array(readFileSync(join(folder, 'template.pdf'))),
    layout: JSON.parse(readFileSync(join(folder, 'layout.json'), 'utf8')) as LayoutMap,
  };
  const packets = Array.from({ length: GROUPS }, (_, index) => packet(index + 1));
  const written = await writePackets(join(folder, 'commune.pdf'), packets, form, { createdAt: CREATED });
  return { pages: written.pages, sheets: written.sheets, megabytes: written.bytes / 1e6 };
}

/** The same sheets as a clerk's first program would print them: the whole form again for each household. */
async function runPeer(folder: string): Promise<Omit<Measure, 'cpuSeconds' | 'peakMb'>> {
  const layout = JSON.parse(readFileSync(join(folder, 'layout.json'), 'utf8')) as LayoutMap;
  let [pages, sheets, bytes] = [0, 0, 0];
  for (let group = 1; group <= PEER_GROUPS; group += 1) {
    const { sheets: households } = packet(group);
    const pdf = await renderPdf(groupDocument(households, layout));
    writeFileSync(join(folder, `group-${group}.pdf`), pdf);
    pages += households.length * layout.pages.length;
    sheets += households.length;
    bytes += pdf.length;
  }
  return { pages, sheets, megabytes: bytes / 1e6 };
}

function groupDocument(sheets: readonly PacketSheet[], layout: LayoutMap): PdfDefinition {
  const { definition, sides } = formDefinition(HOUSEHOLD_QUESTIONNAIRE);
  const side = (page: number) => ((page - 1) % sides) + 1;
  const content = sheets.flatMap((_, index) => {
    const again = formDefinition(HOUSEHOLD_QUESTIONNAIRE).definition.content;
    return index === 0 ? again : [{ text: '', pageBreak: 'before' as const, fontSize: 0.01 }, ...again];
  });
  return {
    ...definition,
    content,
    background: (page) => {
      const sheet = sheets[Math.floor((page - 1) / sides)];
      const laid = layout.pages[side(page) - 1];
      if (sheet === undefined || laid === undefined) return null;
      const texts = laid.slots.map((slot) => ({
        text: sheet[slot.id.split('.')[0] as keyof PacketSheet] ?? slot.id,
        fontSize: slot.fontSize,
        absolutePosition: { x: mm(slot.x), y: mm(slot.y) },
      }));
      const codes = laid.qr.map((code) => ({
        qr: formatQrPayload(layout.layoutId, sheet.number, side(page)),
        fit: mm(code.s),
        eccLevel: 'Q' as const,
        absolutePosition: { x: mm(code.x), y: mm(code.y) },
      }));
      return { stack: [definition.background(side(page)), ...texts, ...codes] };
    },
  };
}

const [, script, side, folder] = process.argv;
if (script === import.meta.filename && folder !== undefined) {
  const done = side === 'ours' ? await runOurs(folder) : await runPeer(folder);
  const { user, system } = process.cpuUsage();
  const measured: Measure = {
    ...done,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(measured));
}
