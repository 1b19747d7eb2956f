import { setImmediate } from 'node:timers/promises';
import { formatDate } from '@gandan/domain/calendar';
import type { PacketView } from '@gandan/domain/meetings';
import { Problems, type StoredForm } from '../sheets/index.ts';
import { MemorySink, type Sink, StampWriter, writeToFile } from '../stamp/index.ts';
import { DESIGN_NAMES, packetDesigns } from './designs.ts';
import { type PacketPapers, packetPages } from './packet-pages.ts';
import { renderDesigns } from './page-design.ts';

/** The form of the sheets, with those of the papers around them; the hand-drawn minutes stand in for a missing one. */
export interface PacketForms extends StoredForm {
  readonly slip?: StoredForm | undefined;
  readonly minutes?: StoredForm | undefined;
}

export interface PacketOptions {
  /** Stands in the file; the same packets, form and date give the same bytes. */
  readonly createdAt: Date;
  /** Household sheets written so far; called after each packet. */
  readonly onProgress?: (done: number) => void;
  /** Aborting rejects with the signal's reason and leaves no file. */
  readonly signal?: AbortSignal;
}

export interface WrittenPackets {
  readonly pages: number;
  readonly sheets: number;
  readonly bytes: number;
}

/**
 * Writes the packets of one or many meetings as one PDF in print order to `path`, which appears only when complete.
 * A text that cannot be printed, or does not fit, is a `DomainError` that names its household, and
 * all others too; then there is no file. Memory stays flat however many packets there are; runs in a worker thread as well as anywhere.
 */
export function writePackets(
  path: string,
  packets: readonly PacketView[],
  form: PacketForms,
  options: PacketOptions,
): Promise<WrittenPackets> {
  return writeToFile(path, (sink) => writeTo(sink, packets, form, options));
}

/** The same, kept in memory: for one packet at a time. */
export async function packetBytes(
  packets: readonly PacketView[],
  form: PacketForms,
  createdAt: Date,
): Promise<Uint8Array> {
  const sink = new MemorySink();
  await writeTo(sink, packets, form, { createdAt });
  return sink.bytes();
}

async function writeTo(
  sink: Sink,
  packets: readonly PacketView[],
  form: PacketForms,
  { createdAt, onProgress, signal }: PacketOptions,
): Promise<WrittenPackets> {
  const designs = packetDesigns();
  const papers: PacketPapers = {
    layout: form.layout,
    slip: form.slip?.layout,
    minutes: form.minutes?.layout,
    designs,
  };
  const around = await renderDesigns(DESIGN_NAMES.map((name) => designs[name]));
  const facts = { title: titleOf(packets), createdAt };
  const more = [form.slip, form.minutes].flatMap((one) => (one === undefined ? [] : [one.templatePdf]));
  const templates = [form.templatePdf, around, ...more];
  const writer = await StampWriter.open(sink, facts, templates);
  const problems = new Problems('packet.not-printable');
  let sheets = 0;
  for (const packet of packets) {
    signal?.throwIfAborted();
    writer.bookmark(`${packet.group.name}, ${packet.hamletName} (${packet.sheets.length} phiếu)`);
    for (const page of packetPages(packet, papers, problems)) {
      // Once something cannot be printed, the rest is only looked through for more of it.
      if (problems.any) continue;
      writer.page(page);
      if (page.startsSheet === true) sheets += 1;
    }
    onProgress?.(sheets);
    // Lets a worker thread hear that it is to stop.
    await setImmediate();
  }
  problems.refuse();
  const bytes = writer.finish();
  return { pages: writer.pages, sheets, bytes };
}

function titleOf(packets: readonly PacketView[]): string {
  const [first] = packets;
  if (first === undefined) return 'Bộ phiếu họp';
  const day = formatDate(first.meeting.heldOn);
  return packets.length === 1
    ? `Bộ phiếu họp ${first.group.name}, ${day}`
    : `Bộ phiếu họp ${packets.length} tổ, ${day}`;
}
