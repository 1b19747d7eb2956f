import { conflict, DomainError } from '../errors/index.ts';
import type { SheetState } from './ledger.ts';

/** A sheet as far as its refusals are concerned. */
export interface SheetFacts {
  readonly number: string;
  readonly state: SheetState;
  readonly stateReason: string | null;
  readonly generation: number;
  readonly newestGeneration: number;
}

/** A sheet that carries the letters of another office. */
export function foreignSheet(number: string, ownPrefix: string): DomainError {
  const prefix = number.split('-')[0] ?? '';
  return new DomainError('not-found', 'sheet.foreign', {
    vi: `Phiếu ${number} mang chữ ${prefix}, là phiếu của xã khác; phiếu của xã mình bắt đầu bằng ${ownPrefix}. Hãy để riêng và trả về đúng xã.`,
    en: `Sheet ${number} begins with ${prefix}, so it is another commune’s; ours begin with ${ownPrefix}. Put it aside and send it back.`,
  });
}

/** A well-formed number that this office never printed, or that belongs to a group the actor does not see. */
export function unknownSheet(number: string): DomainError {
  return new DomainError('not-found', 'sheet.unknown', {
    vi: `Không có phiếu ${number} trong sổ. Số đúng dạng nhưng chưa từng được in, hoặc thuộc tổ mà bạn không được xem.`,
    en: `There is no sheet ${number} in the ledger. The number is well formed, but was never printed, or is of a group you may not see.`,
  });
}

/** Refuses a sheet that is void or whose place a reprint took; `newest` is the number of that reprint. */
export function requireInForce(sheet: SheetFacts, newest: string | undefined): void {
  if (sheet.generation < sheet.newestGeneration && newest !== undefined) {
    const why = sheet.state === 'void' && sheet.stateReason !== null ? ` (${sheet.stateReason})` : '';
    throw conflict('sheet.replaced', {
      vi: `Phiếu ${sheet.number} là bản in cũ, đã được thay bằng phiếu ${newest}${why}. Hãy dùng phiếu mới; nếu hộ chỉ ghi trên bản cũ, chép sang bản mới rồi nhập.`,
      en: `Sheet ${sheet.number} is an old copy; sheet ${newest} took its place${why}. Use the new one; if the household wrote on the old one only, copy it over and key that.`,
    });
  }
  if (sheet.state !== 'void') return;
  const reason = sheet.stateReason ?? '';
  throw conflict('sheet.void', {
    vi: `Phiếu ${sheet.number} đã hủy${reason === '' ? '' : ` (${reason})`}, không dùng được nữa.`,
    en: `Sheet ${sheet.number} is void${reason === '' ? '' : ` (${reason})`} and cannot be used.`,
  });
}
