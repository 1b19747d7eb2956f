import type { Sentence } from '../../errors/index.ts';
import type { QuestionnaireModel } from '../model.ts';
import type { PaperEffect, VersionChange } from './change.ts';
import { labelChanges } from './item-changes.ts';
import { capital } from './words.ts';

const WORDS = [
  ['title', { vi: 'tên phiếu', en: 'title' }],
  ['subtitle', { vi: 'dòng dưới tên phiếu', en: 'subtitle' }],
  ['instructions', { vi: 'lời hướng dẫn', en: 'instructions' }],
  ['notice', { vi: 'lời thông báo về dữ liệu', en: 'notice' }],
] as const;

/** What is otherwise about the form as a whole. */
export function formChanges(older: QuestionnaireModel, newer: QuestionnaireModel): readonly VersionChange[] {
  const changes: VersionChange[] = [];
  const tell = (sentence: Sentence, paper: PaperEffect) =>
    changes.push({
      kind: 'changed',
      path: null,
      paper,
      sentence: { vi: `${capital(sentence.vi)}.`, en: `${capital(sentence.en)}.` },
    });
  for (const [key, what] of WORDS) {
    for (const { words, paper } of labelChanges(what, older[key], newer[key])) {
      tell(words, paper);
    }
  }
  if (older.code !== newer.code) {
    tell(
      {
        vi: `đổi mã phiếu từ ${older.code} thành ${newer.code}`,
        en: `changed code from ${older.code} to ${newer.code}`,
      },
      'same',
    );
  }
  if ((older.subject ?? 'household') !== (newer.subject ?? 'household')) {
    tell({ vi: 'đổi đối tượng của phiếu', en: 'the subject is another' }, 'other');
  }
  if ((older.paper ?? 'a4') !== (newer.paper ?? 'a4'))
    tell({ vi: 'đổi khổ giấy', en: 'the paper is another' }, 'other');
  if ((older.bilingual === true) !== (newer.bilingual === true)) {
    tell(
      newer.bilingual === true
        ? { vi: 'in thêm tiếng Anh', en: 'English is printed, too' }
        : { vi: 'không in tiếng Anh nữa', en: 'English is no longer printed' },
      'other',
    );
  }
  if ((older.askSensitive === true) !== (newer.askSensitive === true)) {
    tell(
      newer.askSensitive === true
        ? { vi: 'bật các câu về dữ liệu nhạy cảm', en: 'sensitive questions are turned on' }
        : { vi: 'tắt các câu về dữ liệu nhạy cảm', en: 'sensitive questions are turned off' },
      'other',
    );
  }
  return changes;
}
