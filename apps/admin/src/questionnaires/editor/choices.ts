import type { Choice, Label, QuestionnaireModel } from '@gandan/domain/questionnaires';
import { childrenOf } from './outline.ts';

/** The lowest code that no box has yet. */
export function freeCode(choices: readonly Choice[]): string {
  const taken = new Set(choices.map(({ name }) => name));
  for (let code = 1; ; code += 1) if (!taken.has(String(code))) return String(code);
}

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

/** Codes 1, 2, 3 … in the order of the boxes; rules that speak of them follow. */
export function renumbered(
  model: QuestionnaireModel,
  question: string,
  choices: readonly Choice[],
): QuestionnaireModel {
  const codes = new Map(choices.map(({ name }, index) => [name, String(index + 1)]));
  const follow = <T extends object>(item: T): T => {
    const own = 'name' in item && item.name === question && 'choices' in item;
    const rule =
      'relevant' in item ? (item.relevant as { question: string; choices: readonly string[] } | undefined) : undefined;
    return {
      ...item,
      ...(own ? { choices: choices.map((choice, index) => ({ ...choice, name: String(index + 1) })) } : {}),
      ...(rule?.question === question
        ? { relevant: { question, choices: rule.choices.map((name) => codes.get(name) ?? name) } }
        : {}),
    };
  };
  const items = model.items.map((item) => {
    const changed = follow(item);
    return childrenOf(item).length === 0 ? changed : { ...changed, items: childrenOf(item).map(follow) };
  });
  return { ...model, items } as QuestionnaireModel;
}
