import type { Item, QuestionnaireModel } from '../model.ts';
import { allItems, type ItemPath, mapItems } from './path.ts';

/** Items whose skip rule or limit speaks of the question of that name. */
export function dependantsOf(model: QuestionnaireModel, name: string): readonly ItemPath[] {
  return allItems(model).flatMap(({ path, item }) => (speaksOf(item, name) ? [path] : []));
}

function speaksOf(item: Item, name: string): boolean {
  return ('relevant' in item && item.relevant?.question === name) || limitOf(item) === name;
}

function limitOf(item: Item): string | undefined {
  if (item.type !== 'integer' && item.type !== 'decimal') return undefined;
  return item.constraint?.atMost;
}

/** The item with the new name of a question wherever it spoke of the old one. */
export function retold<T extends Item>(item: T, old: string, name: string): T {
  if (!speaksOf(item, old)) return item;
  const told: Record<string, unknown> = { ...item };
  if ('relevant' in item && item.relevant?.question === old) told.relevant = { ...item.relevant, question: name };
  if (limitOf(item) === old && 'constraint' in item) told.constraint = { ...item.constraint, atMost: name };
  return told as unknown as T;
}

/** The model without any condition on that question: what hung on it is asked of everybody again. */
export function withoutConditionsOn(model: QuestionnaireModel, name: string): QuestionnaireModel {
  return mapItems(model, (item) => {
    if (!speaksOf(item, name)) return item;
    const freed: Record<string, unknown> = { ...item };
    if ('relevant' in item && item.relevant?.question === name) delete freed.relevant;
    if (limitOf(item) === name && 'constraint' in item) {
      const { atMost: _, ...rest } = item.constraint as { atMost?: string };
      if (Object.keys(rest).length > 0) freed.constraint = rest;
      else delete freed.constraint;
    }
    return freed as unknown as typeof item;
  });
}

/** The model with conditions on that question's boxes told anew: `codes` leads from an old code to its new one. */
export function withCodes(
  model: QuestionnaireModel,
  name: string,
  codes: ReadonlyMap<string, string>,
): QuestionnaireModel {
  return mapItems(model, (item) => {
    if (!('relevant' in item) || item.relevant?.question !== name) return item;
    const choices = item.relevant.choices.flatMap((code) => codes.get(code) ?? []);
    const { relevant, ...rest } = item;
    return (choices.length === 0 ? rest : { ...rest, relevant: { ...relevant, choices } }) as typeof item;
  });
}
