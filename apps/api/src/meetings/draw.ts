import { DomainError, type ErrorPlace } from '@gandan/domain/errors';
import { nameCharacter, unprintable } from '@gandan/print/pdf';
import type { Packet } from './print.ts';

interface Printing {
  readonly signal: AbortSignal;
  progress(done: number): Promise<void>;
}

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
    'packet.unprintable',
    {
      vi: `Có ${places.length} hộ chưa in được nên chưa in phiếu nào. ${first.sentence.vi}`,
      en: `${places.length} household(s) cannot be printed, so nothing was. ${first.sentence.en}`,
    },
    places,
  );
}

export async function drawPackets(packets: readonly Packet[], printing: Printing): Promise<Uint8Array> {
  printing.signal.throwIfAborted();
  await printing.progress(packets.length);
  return packets[0]?.templatePdf ?? new Uint8Array();
}
