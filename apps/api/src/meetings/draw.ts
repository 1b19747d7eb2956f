import { statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTemplateOf } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { conflict, DomainError, type ErrorPlace, found } from '@gandan/domain/errors';
import type { PacketView } from '@gandan/domain/meetings';
import { communeOf } from '@gandan/domain/policy';
import { type PacketForms, type StoredForm, writeFilesInWorker } from '@gandan/print/packet';
import { nameCharacter, unprintable } from '@gandan/print/pdf';
import { partName } from '@gandan/print/stamp';
import type { PrintedSlip } from './enter-print.ts';
import type { FormName, PlannedFile, PlannedPacket, PlannedPrint } from './planned-print.ts';
import { hashSlipToken, newSlipToken } from './slip-tokens.ts';

export interface Drawing {
  /** The job: what it left half drawn when it was killed is removed first. */
  readonly id?: string;
  readonly signal?: AbortSignal;
  readonly progress?: (sheets: number, bytes: number) => unknown;
}

/** A file that is complete: what lies in it and, for the ledger, the slips that were made for it. */
export interface DrawnFile {
  readonly file: PlannedFile;
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  readonly slips: readonly PrintedSlip[];
}

/** The laid-out forms of a print, by their layout. */
export type Forms = ReadonlyMap<string, StoredForm>;

/** 2,400 sheets take about ten seconds; whatever takes ten minutes is not coming back. */
const LONGEST_MS = 600_000;

/** Reads the forms that a print is stamped on. */
export async function formsOf(work: Work, print: PlannedPrint): Promise<Forms> {
  const names = print.files.flatMap(({ forms }) => [forms.sheet, forms.slip, forms.minutes]);
  const forms = new Map<string, StoredForm>();
  for (const name of names) {
    if (name === undefined || forms.has(name.layoutId)) continue;
    const { questionnaireId, version, layoutId } = name;
    const row = await findTemplateOf(work.trx, communeOf(work), questionnaireId, version, layoutId);
    const { map, templatePdf } = found(row, { vi: 'mẫu in của phiếu', en: 'printed form of the questionnaire' });
    forms.set(layoutId, { layout: map, templatePdf });
  }
  return forms;
}

/**
 * Draws every file of a print in a thread of its own and hands their paths to `use`; the files are gone afterwards. The
 * same print gives the same bytes, but for the tokens of its slips: they are made here, are nowhere but on the paper, and
 * a print that is drawn again has new ones. A text that does not fit its place is a `DomainError` that names the household.
 */
export async function drawPrint<T>(
  print: PlannedPrint,
  forms: Forms,
  { id, signal, progress }: Drawing,
  use: (drawn: readonly DrawnFile[]) => Promise<T>,
): Promise<T> {
  const folder = await folderOf(id);
  const limit = AbortSignal.timeout(LONGEST_MS);
  const either = AbortSignal.any(signal === undefined ? [limit] : [limit, signal]);
  try {
    const made = print.files.map((file, index) => {
      const slips: PrintedSlip[] = [];
      const packets = file.packets.map((packet) => withSlips(packet, file.forms.slip, slips));
      return { file, slips, packets, path: join(folder, `${index}.pdf`) };
    });
    const so = new Progress(made.map(({ path }) => path));
    const written = await writeFilesInWorker(
      made.map(({ file, path, packets }) => {
        return { path, packets, form: packetForms(forms, file), createdAt: new Date(file.printedAt) };
      }),
      {
        signal: either,
        onProgress(index, done) {
          so.far(index, done);
          void progress?.(so.sheets, so.bytes);
        },
      },
    );
    const drawn = made.map(({ file, path, slips }, index) => {
      const { pages = 0, bytes = 0 } = written[index] ?? {};
      return { file, path, slips, pages, bytes };
    });
    return await use(drawn);
  } catch (error) {
    if (limit.aborted) throw tooSlow();
    throw signal?.aborted === true ? stopped() : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function folderOf(id: string | undefined): Promise<string> {
  if (id === undefined) return mkdtemp(join(tmpdir(), 'gandan-print-'));
  const folder = join(tmpdir(), `gandan-print-${id}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

function withSlips(
  { view, slips, meeting }: PlannedPacket,
  form: FormName | undefined,
  made: PrintedSlip[],
): PacketView {
  if (slips === null || form === undefined) return view;
  const tokens = Array.from({ length: slips.count }, newSlipToken);
  const { groupId } = meeting;
  const { period } = slips;
  for (const token of tokens) {
    made.push({ tokenHash: hashSlipToken(token), groupId, period, layoutId: form.layoutId });
  }
  return { ...view, slips: tokens.map((token) => ({ token })) };
}

function packetForms(forms: Forms, { forms: { sheet, slip, minutes } }: PlannedFile): PacketForms {
  return {
    ...formOf(forms, sheet),
    ...(slip === undefined ? {} : { slip: formOf(forms, slip) }),
    ...(minutes === undefined ? {} : { minutes: formOf(forms, minutes) }),
  };
}

const formOf = (forms: Forms, { layoutId }: FormName): StoredForm =>
  found(forms.get(layoutId), { vi: 'mẫu in của phiếu', en: 'printed form of the questionnaire' });

/** Sheets and bytes over all files: the sheets are told by the thread, the bytes stand on the disk. */
class Progress {
  readonly #paths: readonly string[];
  readonly #sheets: number[] = [];

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  far(file: number, done: number): void {
    this.#sheets[file] = done;
  }

  get sheets(): number {
    return this.#sheets.reduce((sum, sheets) => sum + sheets, 0);
  }

  get bytes(): number {
    return this.#paths.slice(0, this.#sheets.length).reduce((sum, path) => sum + sizeOf(path), 0);
  }
}

const sizeOf = (path: string): number =>
  (statSync(path, { throwIfNoEntry: false }) ?? statSync(partName(path), { throwIfNoEntry: false }))?.size ?? 0;

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
