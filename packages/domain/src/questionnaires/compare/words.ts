import type { Sentence } from '../../errors/index.ts';
import { childrenOf } from '../edit/path.ts';
import type { Item, QuestionnaireModel, Relevant } from '../model.ts';
import { paperBlocks } from '../paper-questions.ts';

/** Printed numbers by the item itself: blocks hold the very items of the model. Of a repetition: its first number. */
export function printedNumbers(model: QuestionnaireModel): ReadonlyMap<Item, string> {
  const numbers = new Map<Item, string>();
  const give = (item: Item, number: string) => {
    if (!numbers.has(item)) numbers.set(item, number);
  };
  for (const block of paperBlocks(model)) {
    if (block.kind === 'question') give(block.question.item, block.question.number);
    if (block.kind === 'group' || block.kind === 'repetition' || block.kind === 'table')
      give(block.group, block.number);
    const questions =
      block.kind === 'group' || block.kind === 'repetition'
        ? block.questions
        : block.kind === 'table'
          ? block.rows.flatMap((row) => row.questions)
          : [];
    for (const { item, number } of questions) give(item, number);
  }
  return numbers;
}

/** How a person points at an item: 'câu 5 “Nước sinh hoạt”', 'phần “Nơi ở”', 'lời dẫn “Chào bà con”'. */
export function nameOf(item: Item, numbers: ReadonlyMap<Item, string>): Sentence {
  const number = numbers.get(item);
  const vi = quoted(item.label.vi);
  const en = quoted(item.label.en ?? item.label.vi);
  if (number !== undefined) return { vi: `câu ${number} ${vi}`, en: `question ${number} ${en}` };
  if (item.type === 'note') return { vi: `lời dẫn ${vi}`, en: `note ${en}` };
  return childrenOf(item).length > 0
    ? { vi: `phần ${vi}`, en: `part ${en}` }
    : { vi: `câu ${vi}`, en: `question ${en}` };
}

const LONGEST = 60;

/** Words in quotation marks on one line, cut where they are long. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `“${line.slice(0, LONGEST - 1).trimEnd()}…”` : `“${line}”`;
}

/** A condition in words: 'chỉ hỏi khi câu “nuoc” chọn ô 1, 2'. */
export function conditionWords(rule: Relevant | undefined): Sentence {
  if (rule === undefined) return { vi: 'hỏi mọi người', en: 'asked of everybody' };
  const codes = rule.choices.join(', ');
  return {
    vi: `chỉ hỏi khi “${rule.question}” được chọn ô ${codes}`,
    en: `asked only when “${rule.question}” has box ${codes}`,
  };
}

/** The sentences one after another, with semicolons. */
export function listed(parts: readonly Sentence[]): Sentence {
  return { vi: parts.map(({ vi }) => vi).join('; '), en: parts.map(({ en }) => en).join('; ') };
}

export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
