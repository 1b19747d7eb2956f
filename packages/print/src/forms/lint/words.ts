import type { Label } from '@gandan/domain/questionnaires';
import { nameCharacter, unprintable } from '../../pdf/index.ts';
import { error, type LintFinding } from './finding.ts';

const LONGEST_LABEL = 1000;
const LONGEST_NOTICE = 3000;

/** What keeps a label from being printed: no words, too many, or a letter that the font lacks. */
export function labelFindings(path: string, label: Label, bilingual: boolean): readonly LintFinding[] {
  if (label.vi.trim() === '') return [error(path, LABEL_EMPTY)];
  return [label.vi, ...(bilingual && label.en !== undefined ? [label.en] : [])].flatMap((words) => {
    const most = path === 'notice' ? LONGEST_NOTICE : LONGEST_LABEL;
    if (words.length > most) return [tooLong(path, words.length, most)];
    const [bad] = unprintable(words);
    return bad === undefined ? [] : [cannotPrint(path, bad)];
  });
}

function tooLong(path: string, length: number, most: number): LintFinding {
  const [has, may] = [length, most].map((count) => count.toLocaleString('vi-VN'));
  return error(path, {
    vi: `Lời này dài ${has} ký tự; trên giấy chỉ có chỗ cho ${may}. Hãy viết ngắn lại.`,
    en: `These words have ${length} characters; paper has room for ${most}. Make them shorter.`,
  });
}

function cannotPrint(path: string, character: string): LintFinding {
  return error(path, {
    vi: `Ký tự ${nameCharacter(character)} không in được. Hãy xóa hoặc thay ký tự khác.`,
    en: `The character ${nameCharacter(character)} cannot be printed. Remove or replace it.`,
  });
}

const LABEL_EMPTY = { vi: 'Chưa có lời tiếng Việt.', en: 'The Vietnamese words are missing.' };
