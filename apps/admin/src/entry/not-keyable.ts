import { formatDate } from '@gandan/domain/calendar';
import type { Sentence } from '@gandan/domain/errors';
import type { SheetToKey } from './queries.ts';

/** Why a sheet is not opened for keying, told before the first key; null: it is. */
export function notKeyable({ sheet, submitted, awaitsSecond }: SheetToKey, correct: boolean): Sentence | null {
  const { number } = sheet;
  if (sheet.state === 'void') {
    const why = sheet.stateReason ? ` (${sheet.stateReason})` : '';
    return {
      vi: `Phiếu ${number} đã hủy${why}. Hãy tìm bản in lại của hộ này, hoặc để phiếu riêng ra.`,
      en: `Sheet ${number} is void${why}. Find the reprint of this household, or put the sheet aside.`,
    };
  }
  if (awaitsSecond) return keyAgain(number);
  if (correct) return submitted === null ? notEntered(number) : null;
  if (submitted !== null) {
    const name = submitted.keyedByName ?? '';
    return {
      vi: `Phiếu ${number} đã được ${name} nhập. Nếu bản đã nhập sai, mở phiếu rồi bấm “Đính chính”.`,
      en: `Sheet ${number} was entered by ${name}. If what is stored is wrong, open the sheet and choose “Correct”.`,
    };
  }
  if (sheet.meetingState === 'closed' || sheet.meetingState === 'cancelled') {
    const day = formatDate(sheet.heldOn);
    return {
      vi: `Kỳ họp ${sheet.groupName} ngày ${day} đã ${sheet.meetingState === 'closed' ? 'khóa sổ' : 'hủy'}, không nhập thêm phiếu được.`,
      en: `The meeting of ${sheet.groupName} on ${day} is ${sheet.meetingState}; no more sheets are keyed.`,
    };
  }
  return null;
}

const keyAgain = (number: string): Sentence => ({
  vi: `Phiếu ${number} đã nhập lần một và chờ nhập lần hai. Nếu bạn chưa nhập phiếu này, nhập ở “Nhập lần hai”.`,
  en: `Sheet ${number} was keyed once and waits for its second keying. If you have not keyed it, do so at “Second keying”.`,
});

const notEntered = (number: string): Sentence => ({
  vi: `Phiếu ${number} chưa nhập nên chưa có gì để đính chính.`,
  en: `Sheet ${number} is not entered yet, so there is nothing to correct.`,
});
