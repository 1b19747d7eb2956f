import type { Choice, QuestionnaireModel } from '../model.ts';
import { withCodes } from './conditions.ts';
import { type ItemPath, itemAt, spotOf, withItemAt } from './path.ts';

/** The lowest code that no box has yet. */
export function freeCode(choices: readonly Choice[]): string {
  const taken = new Set(choices.map(({ name }) => name));
  let code = 1;
  while (taken.has(String(code))) code += 1;
  return String(code);
}

/** Other boxes for a question; conditions on a box that went go with it. */
export function replaceChoices(
  model: QuestionnaireModel,
  path: ItemPath,
  choices: readonly Choice[],
): QuestionnaireModel {
  const item = itemAt(model, path);
  if (item === undefined || !('choices' in item)) return model;
  const changed = withItemAt(model, spotOf(path), { ...item, choices });
  return withCodes(changed, item.name, new Map(choices.map(({ name }) => [name, name])));
}

/** Codes 1, 2, 3 … in the order of the boxes; conditions that speak of them follow. */
export function renumberChoices(model: QuestionnaireModel, path: ItemPath): QuestionnaireModel {
  const item = itemAt(model, path);
  if (item === undefined || !('choices' in item)) return model;
  const codes = new Map(item.choices.map(({ name }, index) => [name, String(index + 1)]));
  const choices = item.choices.map((choice, index) => ({ ...choice, name: String(index + 1) }));
  return withCodes(withItemAt(model, spotOf(path), { ...item, choices }), item.name, codes);
}
