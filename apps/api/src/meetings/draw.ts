import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conflict, DomainError, type ErrorPlace } from '@gandan/domain/errors';
import { type StoredForm, writePacketsInWorker } from '@gandan/print/packet';
import { nameCharacter, unprintable } from '@gandan/print/pdf';
import type { Packet } from './print.ts';

export interface Drawing {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => unknown;
}

/** 2,400 sheets take about ten seconds; whatever takes ten minutes is not coming back. */
const LONGEST_MS = 600_000;

/**
 * Draws the packets as one PDF in a thread of its own and hands its path to `use`; the file is gone afterwards. The same
 * packets give the same bytes. A text that does not fit its place on paper is a `DomainError` that names the household.
 */
export async function drawPackets<T>(
  packets: readonly Packet[],
  drawing: Drawing,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const form = oneForm(packets);
  const folder = await mkdtemp(join(tmpdir(), 'gandan-print-'));
  try {
    const path = join(folder, 'packets.pdf');
    const createdAt = new Date(Math.max(...packets.map((packet) => packet.printedAt.getTime())));
    const limit = AbortSignal.timeout(LONGEST_MS);
    const signal = AbortSignal.any(drawing.signal === undefined ? [limit] : [limit, drawing.signal]);
    const onProgress = (done: number) => void drawing.progress?.(done);
    const views = packets.map((packet) => packet.view);
    await writePacketsInWorker(path, views, form, { createdAt, signal, onProgress }).catch((error: unknown) => {
      if (limit.aborted) throw tooSlow();
      throw signal.aborted ? stopped() : error;
    });
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The press holds one form at a time: a stack of paper with two versions in it would be handed out wrongly anyway. */
function oneForm(packets: readonly Packet[]): StoredForm {
  const [first] = packets;
  if (first === undefined || packets.some((packet) => packet.layout.layoutId !== first.layout.layoutId)) {
    throw conflict('packet.two-forms', {
      vi: 'Các kỳ họp này dùng những phiên bản mẫu phiếu khác nhau. Hãy in riêng từng phiên bản.',
      en: 'These meetings use different versions of the questionnaire. Print each version by itself.',
    });
  }
  return { layout: first.layout, templatePdf: first.templatePdf };
}

const stopped = () =>
  conflict('job.cancelled', {
    vi: 'Việc in đã dừng trước khi xong; chưa phiếu nào được ghi sổ.',
    en: 'Printing was stopped before it was done; no sheet was entered in the ledger.',
  });

const tooSlow = () =>
  conflict('packet.too-slow', {
    vi: 'In quá 10 phút chưa xong nên đã dừng; chưa phiếu nào được ghi sổ. Hãy in ít kỳ họp hơn một lần.',
    en: 'Printing took more than 10 minutes and was stopped; no sheet was entered. Print fewer meetings at a time.',
  });

/** Refuses, before anything is numbered, every household whose name or address has a character that does not print. */
export function requirePrintable(
  planned: readonly {
    readonly households: readonly { readonly code: string; readonly headName: string; readonly address: string }[];
  }[],
): void {
  const places: ErrorPlace[] = planned.flatMap(({ households }) =>
    households.flatMap(({ code, headName, address }) => {
      const bad = [...new Set([...unprintable(headName), ...unprintable(address)])];
      if (bad.length === 0) return [];
      const characters = bad.map(nameCharacter).join(', ');
      return [
        {
          path: code,
          sentence: {
            vi: `Hộ ${code} (${headName}): ký tự ${characters} không in được. Hãy sửa tên hoặc địa chỉ của hộ.`,
            en: `Household ${code} (${headName}): the character ${characters} cannot be printed. Mend its name or address.`,
          },
        },
      ];
    }),
  );
  const [first] = places;
  if (first === undefined) return;
  throw new DomainError(
    'invalid',
    'packet.not-printable',
    {
      vi: `Có ${places.length} hộ chưa in được nên chưa in phiếu nào. ${first.sentence.vi}`,
      en: `${places.length} household(s) cannot be printed, so nothing was. ${first.sentence.en}`,
    },
    places,
  );
}
