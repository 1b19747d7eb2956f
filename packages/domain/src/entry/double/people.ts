import { conflict, DomainError } from '../../errors/index.ts';

/** Whoever keyed a sheet does not key it a second time: he would read his own answer again. */
export function requireOtherKeyer(number: string, keyers: readonly string[], userId: string): void {
  if (!keyers.includes(userId)) return;
  throw new DomainError('forbidden', 'double.same-person', {
    vi: `Bạn đã nhập phiếu ${number}. Lần hai phải do người khác nhập; hãy để phiếu lại cho đồng nghiệp.`,
    en: `You keyed sheet ${number}. The second keying is somebody else’s; leave the sheet to a colleague.`,
  });
}

/** Only a third person decides between two keyings. */
export function requireThirdPerson(number: string, keyers: readonly string[], userId: string): void {
  if (!keyers.includes(userId)) return;
  throw new DomainError('forbidden', 'double.third-person', {
    vi: `Bạn là một trong hai người đã nhập phiếu ${number}. Chỗ khác nhau phải do người thứ ba phân xử.`,
    en: `You are one of the two who keyed sheet ${number}. A third person decides what differs.`,
  });
}

/** Only whoever keyed it the second time reads it again. */
export function requireSecondKeyer(number: string, keyers: readonly string[], userId: string): void {
  if (keyers.includes(userId)) return;
  throw new DomainError('forbidden', 'double.not-yours', {
    vi: `Phiếu ${number} do người khác nhập lần hai và đang chờ người đó đọc lại.`,
    en: `Somebody else keyed sheet ${number} the second time and is to read it again.`,
  });
}

const DAY = 24 * 60 * 60 * 1000;
const DAYS_TO_READ_AGAIN = 3;

/** A sheet does not wait for ever for somebody who is away: after three days a third person may decide without him. */
export function mayDecideWithout(keyedAt: Date, now: Date): boolean {
  return now.getTime() - keyedAt.getTime() >= DAYS_TO_READ_AGAIN * DAY;
}

/** A sheet that is not to be keyed a second time: never drawn, or done. */
export function notDrawn(number: string): DomainError {
  return conflict('double.not-drawn', {
    vi: `Phiếu ${number} không nằm trong số phiếu phải nhập lần hai.`,
    en: `Sheet ${number} is not among the sheets to key a second time.`,
  });
}

/** The first keying stays out of sight, and as it is, until the second one has been compared with it. */
export function awaitsSecond(number: string): DomainError {
  return conflict('double.awaits-second', {
    vi: `Phiếu ${number} đã nhập lần một và được chọn để nhập lần hai, nên bản đã nhập chưa xem và chưa đính chính được. Nếu bạn chưa nhập phiếu này, mở “Nhập lần hai” để nhập.`,
    en: `Sheet ${number} was keyed once and drawn for a second keying, so what is stored cannot be seen or corrected yet. If you have not keyed it, open “Second keying”.`,
  });
}

/** Nothing to decide yet: not keyed twice, or the second keyer has still to read it again. */
export function notComparable(number: string): DomainError {
  return conflict('double.not-comparable', {
    vi: `Phiếu ${number} chưa có gì để phân xử: chưa nhập lần hai, hoặc người nhập lần hai chưa đọc lại.`,
    en: `There is nothing to decide on sheet ${number} yet: it was not keyed twice, or is still to be read again.`,
  });
}

/** Somebody else was quicker with this step. */
export function alreadyDone(number: string): DomainError {
  return conflict('double.done', {
    vi: `Phiếu ${number} đã qua bước này rồi. Hãy tải lại danh sách.`,
    en: `Sheet ${number} is past this step already. Reload the list.`,
  });
}
