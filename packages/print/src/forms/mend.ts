import type { QuestionnaireModel } from '@gandan/domain/questionnaires';
import { unprintable } from '../pdf/index.ts';
import type { LintFinding } from './lint/index.ts';

type Node = { [key: string]: unknown };

const SHOWN = 300;

/**
 * A copy of the questionnaire that comes nearer to paper, for looking at while it is being written: words that cannot be
 * printed are cleaned, names and codes made unique, conditions without an arrow left out, and whatever else has an error
 * is taken away. Called again until nothing is left to mend.
 */
export function mend(model: QuestionnaireModel, errors: readonly LintFinding[]): QuestionnaireModel {
  const copy = structuredClone(model) as unknown as Node;
  const gone: (readonly string[])[] = [];
  for (const { path } of errors) {
    if (!mendPlace(copy, path.split('.'))) gone.push(itemOf(path.split('.')));
  }
  // From the end, so that the places before stay what they were.
  const places = [...new Set(gone.map((parts) => parts.join('.')))].map((path) => path.split('.'));
  for (const parts of places.sort((a, b) => Number(b[3] ?? 1e6) - Number(a[3] ?? 1e6) || Number(b[1]) - Number(a[1]))) {
    remove(copy, parts);
  }
  return copy as unknown as QuestionnaireModel;
}

/** `items.3.choices.0.label` → `items.3`; a child of a group keeps its own place. */
function itemOf(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts[2] === 'items' && parts[3] !== undefined ? 4 : 2);
}

function mendPlace(model: Node, parts: readonly string[]): boolean {
  const key = parts.at(-1) ?? '';
  if (parts.length === 1 && key !== 'items') return mendHead(model, key);
  const owner = at(model, parts.slice(0, -1));
  if (owner === null) return false;
  if (parts.at(-2) === 'rows') return mendLabel(owner, key);
  switch (key) {
    case 'label':
      return mendLabel(owner, key);
    case 'hint':
    case 'unit':
    case 'relevant':
      delete owner[key];
      return true;
    case 'name':
      if (parts.includes('choices')) return renumber(at(model, parts.slice(0, -2)));
      owner.name = `mended_${parts.filter((part) => /^\d+$/.test(part)).join('_')}`;
      return true;
    case 'choices':
      return renumber(owner.choices);
    default:
      return false;
  }
}

function mendHead(model: Node, key: string): boolean {
  if (key === 'title') model.title = { vi: cleaned(model.title).slice(0, 80) };
  else if (key === 'code') model.code = 'preview';
  else delete model[key];
  return true;
}

function mendLabel(owner: Node, key: string): boolean {
  owner[key] = { vi: cleaned(owner[key]) };
  return true;
}

function cleaned(label: unknown): string {
  const vi = typeof label === 'object' && label !== null && 'vi' in label ? label.vi : '';
  const words = typeof vi === 'string' ? vi.slice(0, SHOWN) : '';
  const bad = new Set(unprintable(words));
  const kept = [...words.normalize('NFC')].filter((character) => !bad.has(character)).join('');
  return kept.trim() === '' ? '…' : kept;
}

function renumber(choices: unknown): boolean {
  if (!Array.isArray(choices) || choices.length === 0 || choices.length > 30) return false;
  for (const [index, choice] of choices.entries()) {
    if (typeof choice !== 'object' || choice === null) return false;
    choice.name = String(index + 1);
    if (index < choices.length - 1) delete choice.specify;
  }
  return true;
}

function remove(model: Node, parts: readonly string[]): void {
  const list = at(model, parts.slice(0, -1));
  if (Array.isArray(list)) list.splice(Number(parts.at(-1)), 1);
}

function at(model: Node, parts: readonly string[]): Node | null {
  let node: unknown = model;
  for (const part of parts) {
    if (typeof node !== 'object' || node === null) return null;
    node = (node as Node)[part];
  }
  return typeof node === 'object' && node !== null ? (node as Node) : null;
}
