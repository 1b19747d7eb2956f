import type { ItemPath, QuestionnaireModel } from '@gandan/domain/questionnaires';

/** What is selected in the editor: the form itself, or an item by its path (`items.3.items.0`). */
export type Selected = 'form' | ItemPath;

/** One moment of the form, with what was selected then, so that undo also leads back to the place. */
export interface Moment {
  readonly model: QuestionnaireModel;
  readonly selected: Selected;
  /** What made it: the last part of a message key (`questionnaires.editor.did.…`). */
  readonly what: string;
  /** Changes of the same cluster without a pause are one step: a word is undone, not a letter. */
  readonly cluster?: string;
  readonly at: number;
}

/** The form's past and the future that undo left; immutable. */
export interface History {
  readonly past: readonly Moment[];
  readonly present: Moment;
  readonly future: readonly Moment[];
}

/** How long somebody who types may stop within one step, in milliseconds. */
export const TYPING_PAUSE = 900;
const LONGEST = 200;

export function beginHistory(model: QuestionnaireModel, selected: Selected = 'form'): History {
  return { past: [], present: { model, selected, what: 'open', at: 0 }, future: [] };
}

/** The history after a change. A change that changes nothing leaves no step. */
export function record(history: History, next: Moment): History {
  const { past, present, future } = history;
  if (next.model === present.model) return { ...history, present: { ...present, selected: next.selected } };
  const goesOn = next.cluster !== undefined && next.cluster === present.cluster && next.at - present.at < TYPING_PAUSE;
  if (goesOn && future.length === 0) return { past, present: next, future };
  return { past: [...past, present].slice(-LONGEST), present: next, future: [] };
}

/** One step back; the step's place is selected, so that one sees what came back. */
export function undo(history: History): History {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), present: settled(previous), future: [history.present, ...history.future] };
}

export function redo(history: History): History {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: settled(next), future: rest };
}

/** Selecting is no step of its own, but ends a cluster: typing in another place is another step. */
export function select(history: History, selected: Selected): History {
  if (history.present.selected === selected) return history;
  return { ...history, present: settled({ ...history.present, selected }) };
}

/** What undo would take back, and redo bring again. */
export const undoable = (history: History): string | null => (history.past.length > 0 ? history.present.what : null);
export const redoable = (history: History): string | null => history.future[0]?.what ?? null;

function settled({ cluster: _, ...moment }: Moment): Moment {
  return moment;
}
