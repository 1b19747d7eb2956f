import type { Choice, Question, Relevant } from '../model.ts';
import { conditionOf, type FormReading, notSingleChoice, placeOf, tellCondition } from './form.ts';
import { ownRelevant } from './own.ts';
import { quoted } from './report.ts';
import { cell, type Row } from './sheet.ts';
import type { Node } from './tree.ts';

/** The condition of a group or repeat. */
export function branchCondition(form: FormReading, row: Row): Relevant | undefined {
  const kept = ownCondition(form, row);
  if (kept !== undefined) return kept;
  const read = conditionOf(form, row);
  if (read === undefined || 'always' in read) return undefined;
  if ('relevant' in read) return read.relevant;
  tellCondition(form, row, 'why' in read ? read.why : notSingleChoice);
  return undefined;
}

/** The question with its condition; undefined when it became the line behind an "other" box of the question before. */
export function withCondition(form: FormReading, row: Row, question: Question, siblings: Node[]): Question | undefined {
  const kept = ownCondition(form, row);
  if (kept !== undefined) return { ...question, relevant: kept };
  const read = conditionOf(form, row);
  if (read === undefined || 'always' in read) return question;
  if ('why' in read) {
    tellCondition(form, row, read.why);
    return question;
  }
  const condition = 'relevant' in read ? read.relevant : read.specifies;
  if (specifies(form, row, question, condition, siblings.at(-1))) return undefined;
  if ('relevant' in read) return { ...question, relevant: read.relevant };
  tellCondition(form, row, notSingleChoice);
  return question;
}

/**
 * In our own forms a condition is taken as it stands, also one that paper cannot draw: a draft may have it. One that a
 * person wrote into the file otherwise is read as anybody's.
 */
function ownCondition(form: FormReading, row: Row): Relevant | undefined {
  if (!form.own) return undefined;
  const exact = ownRelevant(form.table, row);
  if (exact !== undefined) return exact;
  const parts = cell(form.table, row, 'relevant')
    .split(' or ')
    .map((part) => /^\$\{([^}]+)\} = '([^']*)'$/u.exec(part));
  const question = parts[0]?.[1];
  if (question === undefined || !parts.every((part) => part?.[1] === question)) return undefined;
  return { question, choices: parts.map((part) => part?.[2] ?? '') };
}

const SPECIFY = /other|specif|ghi r[oõ]|kh[aá]c|precis|especi|sebut/iu;

/** "Other, please specify": a text right behind a choice, asked by one of its boxes, is the line behind that box. */
function specifies(
  form: FormReading,
  row: Row,
  text: Question,
  condition: Relevant,
  before: Node | undefined,
): boolean {
  if (text.type !== 'text' || condition.choices.length !== 1 || before?.kind !== 'leaf') return false;
  const { item } = before;
  if (!('choices' in item) || item.name !== condition.question) return false;
  if (item.choices.some((choice) => choice.specify === true)) return false;
  const box = item.choices.find(({ name }) => name === condition.choices[0]);
  if (box === undefined || !SPECIFY.test(`${text.name} ${text.label.vi} ${text.label.en ?? ''} ${box.label.vi}`))
    return false;
  before.item = {
    ...item,
    choices: item.choices.map((choice): Choice => (choice === box ? { ...choice, specify: true } : choice)),
  };
  form.names.reserve(`${item.name}_other`);
  form.report.info(
    placeOf(form, row, 'relevant'),
    'specify',
    `Câu này được in thành dòng kẻ sau ô “${quoted(box.label.vi)}”; câu trả lời mang tên “${item.name}_other”.`,
    `This is printed as a line behind the box “${quoted(box.label.vi)}”; its answer is called “${item.name}_other”.`,
  );
  return true;
}
