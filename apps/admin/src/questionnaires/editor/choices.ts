import { type Choice, freeCode, type Label } from '@gandan/domain/questionnaires';

/** Boxes with one more behind `after`. */
export function insertChoice(choices: readonly Choice[], after: number, label: Label = { vi: '' }): readonly Choice[] {
  return choices.toSpliced(after + 1, 0, { name: freeCode(choices), label });
}

/** Several lines of a copied list, without their bullets and numbers. */
export function linesOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/[\r\n\t]+/)
    .map((line) => line.replace(/^\s*(?:[-–•*☐□○]|\d{1,2}[.)\]])\s*/u, '').trim())
    .filter((line) => line !== '');
}

/** Pasting several lines makes as many boxes: the first line goes where the cursor is. */
export function pasteChoices(choices: readonly Choice[], at: number, lines: readonly string[]): readonly Choice[] {
  const [first = '', ...more] = lines;
  let result = choices.map((choice, index) =>
    index === at ? { ...choice, label: { ...choice.label, vi: first } } : choice,
  );
  for (const [index, vi] of more.entries()) result = insertChoice(result, at + index, { vi }).slice();
  return result;
}

/** Whether the codes on paper are 1, 2, 3 … in their order. */
export const inOrder = (choices: readonly Choice[]): boolean =>
  choices.every(({ name }, index) => name === String(index + 1));
