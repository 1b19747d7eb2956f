import { HOUSEHOLD_QUESTIONNAIRE as FORM } from '@gandan/domain/questionnaires';
import { describe, expect, it } from 'vitest';
import { beginHistory, type History, record, redo, redoable, select, TYPING_PAUSE, undo, undoable } from './history.ts';

const titled = (history: History, vi: string, at: number, cluster?: string): History =>
  record(history, {
    model: { ...history.present.model, title: { vi } },
    selected: history.present.selected,
    what: 'words',
    at,
    ...(cluster === undefined ? {} : { cluster }),
  });
const title = (history: History) => history.present.model.title.vi;

describe('undo and redo', () => {
  it('take back and bring again one step after another', () => {
    let history = titled(titled(beginHistory(FORM), 'Một', 1), 'Hai', 2);
    history = undo(history);
    expect(title(history)).toBe('Một');
    history = undo(undo(history));
    expect(history.present.model).toBe(FORM);
    expect(undoable(history)).toBeNull();
    history = redo(redo(redo(history)));
    expect(title(history)).toBe('Hai');
    expect(redoable(history)).toBeNull();
  });

  it('take back what was typed without a pause at once, and no more', () => {
    let history = titled(beginHistory(FORM), 'A', 0, 'title');
    for (const [at, words] of ['Ab', 'Abc', 'Abcd'].entries())
      history = titled(history, words, (at + 1) * 200, 'title');
    history = titled(history, 'Abcd rồi nghỉ', 600 + TYPING_PAUSE, 'title');
    expect(title(undo(history))).toBe('Abcd');
    expect(undo(undo(history)).present.model).toBe(FORM);
  });

  it('keep what is typed in another place apart, even without a pause', () => {
    let history = titled(beginHistory(FORM), 'A', 0, 'title');
    history = titled(select(history, 'items.0'), 'AB', 10, 'title');
    expect(title(undo(history))).toBe('A');
  });

  it('lead back to the place where it happened', () => {
    let history = select(beginHistory(FORM), 'items.3');
    history = titled(history, 'A', 0);
    history = select(history, 'items.8');
    history = titled(history, 'B', 5000);
    expect(undo(history).present.selected).toBe('items.8');
    expect(undo(undo(history)).present.selected).toBe('items.3');
  });

  it('forget the future once something new is written, and note nothing when nothing changed', () => {
    let history = undo(titled(beginHistory(FORM), 'A', 0));
    history = titled(history, 'B', 1);
    expect(redo(history)).toBe(history);
    expect(record(history, { ...history.present, what: 'none' }).past).toBe(history.past);
  });
});
