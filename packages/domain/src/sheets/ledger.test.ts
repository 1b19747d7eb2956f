import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors/index.ts';
import { moveSheet, needsReason, nextStates, SHEET_STATES, type SheetState } from './ledger.ts';
import { addsUp, requireAddedUp, sumSentence, sumSheets } from './meeting-sum.ts';

const NUMBER = 'PL-000412-7K';

describe('the sheet ledger', () => {
  it('walks a sheet from the printer to the verified answers', () => {
    let state: SheetState = 'printed';
    for (const to of ['issued', 'returned', 'entered', 'verified'] as const) {
      expect(moveSheet(NUMBER, state, to)).toEqual([{ kind: to, reason: null }]);
      state = to;
    }
    expect(nextStates(state)).toEqual([]);
  });

  it('takes a keyed sheet that nobody ticked as returned, and writes both steps', () => {
    expect(moveSheet(NUMBER, 'issued', 'entered').map((event) => event.kind)).toEqual(['returned', 'entered']);
    expect(moveSheet(NUMBER, 'lost', 'entered').map((event) => event.kind)).toEqual(['returned', 'entered']);
  });

  it('issues a sheet once more that was found, or whose household changed its mind', () => {
    for (const from of ['lost', 'refused'] as const) {
      expect(moveSheet(NUMBER, from, 'issued')).toEqual([{ kind: 'issued', reason: null }]);
    }
    expect(() => moveSheet(NUMBER, 'entered', 'issued')).toThrow(/illegal-move/);
  });

  it('never voids, loses or refuses a sheet without a reason', () => {
    for (const to of ['void', 'refused', 'lost'] as const) {
      expect(() => moveSheet(NUMBER, 'printed', to, '   ')).toThrow(/sheet.reason-missing/);
      expect(moveSheet(NUMBER, 'printed', to, ' nhòe mực ')).toEqual([{ kind: to, reason: 'nhòe mực' }]);
    }
    expect(() => moveSheet(NUMBER, 'printed', 'lost', 'x'.repeat(501))).toThrow(/sheet.reason-too-long/);
  });

  it('says in words of the office why a void sheet stays void', () => {
    const error = caught(() => moveSheet(NUMBER, 'void', 'returned'));
    expect(error.kind).toBe('conflict');
    expect(error.sentence.vi).toBe('Phiếu PL-000412-7K đã hủy, không thể chuyển thành “đã thu”.');
  });
});

describe('the sum of a meeting', () => {
  it('reads 17/25 with what is still missing', () => {
    const sum = sumSheets({ printed: 3, issued: 2, returned: 1, entered: 17, refused: 1, lost: 1, void: 4 });
    expect(sum).toEqual({ printed: 25, returned: 18, entered: 17, void: 4, refused: 1, lost: 1, missing: 5 });
    expect(sumSentence(sum).vi).toBe(
      'Đã nhập 17/25 phiếu; còn 1 phiếu đã thu chưa nhập; còn thiếu 5 phiếu chưa thu về; 1 hộ từ chối; 1 phiếu thất lạc; 4 phiếu đã hủy.',
    );
    expect(addsUp(sum)).toBe(false);
    expect(caught(() => requireAddedUp(sum, [NUMBER])).sentence.vi).toContain(NUMBER);
  });

  it('adds up when each sheet has an end, and a meeting without sheets has nothing to wait for', () => {
    expect(addsUp(sumSheets(['entered', 'verified', 'refused', 'lost', 'void']))).toBe(true);
    expect(addsUp(sumSheets([]))).toBe(true);
  });
});

/** A clerk's evening in random order: whatever is tried, the books stay right. */
class Move implements fc.Command<{ states: SheetState[] }, { history: SheetState[][] }> {
  readonly sheet: number;
  readonly to: SheetState;
  readonly reason: string;

  constructor(sheet: number, to: SheetState, reason: string) {
    this.sheet = sheet;
    this.to = to;
    this.reason = reason;
  }

  check(): boolean {
    return true;
  }

  run(model: { states: SheetState[] }, real: { history: SheetState[][] }): void {
    const index = this.sheet % model.states.length;
    const from = model.states[index] ?? 'printed';
    try {
      const events = moveSheet(NUMBER, from, this.to, this.reason);
      for (const event of events) real.history[index]?.push(event.kind);
      model.states[index] = this.to;
      if (needsReason(from, this.to)) expect(this.reason.trim()).not.toBe('');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
    }
    expect(real.history[index]?.at(-1)).toBe(model.states[index]);
    const sum = sumSheets(model.states);
    expect(sum.printed + sum.void).toBe(model.states.length);
    expect(sum.printed).toBe(sum.returned + sum.refused + sum.lost + sum.missing);
    expect(addsUp(sum)).toBe(model.states.every((state) => !['printed', 'issued', 'returned'].includes(state)));
  }

  toString(): string {
    return `sheet ${this.sheet} → ${this.to} (“${this.reason}”)`;
  }
}

describe('any order of moves', () => {
  it('keeps the state equal to the last event, the sum equal to the sheets, and never leaves an end', () => {
    const moves = fc.tuple(fc.nat(9), fc.constantFrom(...SHEET_STATES), fc.constantFrom('', 'nhòe mực', '  '));
    fc.assert(
      fc.property(fc.commands([moves.map(([sheet, to, reason]) => new Move(sheet, to, reason))]), (commands) => {
        const states: SheetState[] = Array.from({ length: 5 }, () => 'printed');
        const history: SheetState[][] = states.map((state) => [state]);
        fc.modelRun(() => ({ model: { states }, real: { history } }), commands);
        for (const events of history) {
          const ends = events.filter((kind) => kind === 'void' || kind === 'verified');
          expect(ends.length).toBeLessThanOrEqual(1);
          if (ends.length === 1) expect(events.at(-1)).toBe(ends[0]);
          if (events.includes('entered')) expect(events[events.indexOf('entered') - 1]).toBe('returned');
        }
      }),
    );
  });
});

function caught(task: () => unknown): DomainError {
  try {
    task();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('a DomainError was expected');
}
