import { DomainError, type ErrorPlace, type Sentence } from './domain-error.ts';

/** Nothing there, or nothing that this person may see: `notFound({ vi: 'hộ này', en: 'such household' })`. */
export function notFound(what: Sentence): DomainError {
  return new DomainError('not-found', 'not-found', {
    vi: `Không tìm thấy ${what.vi}.`,
    en: `There is no ${what.en}, or you may not see it.`,
  });
}

/** The row, or the `notFound` refusal when there is none. */
export function found<T>(row: T | null | undefined, what: Sentence): T {
  if (row === null || row === undefined) throw notFound(what);
  return row;
}

/** Input that breaks a rule; `places` say which fields. */
export function invalid(code: string, sentence: Sentence, places: readonly ErrorPlace[] = []): DomainError {
  return new DomainError('invalid', code, sentence, places);
}

/** One field that breaks a rule. */
export function invalidField(path: string, code: string, sentence: Sentence): DomainError {
  return new DomainError('invalid', code, sentence, [{ path, sentence }]);
}

/** The state of the records does not allow this now. */
export function conflict(code: string, sentence: Sentence): DomainError {
  return new DomainError('conflict', code, sentence);
}

/** Somebody changed the row since it was read (`If-Match` names an older version). */
export function stale(): DomainError {
  return conflict('stale', {
    vi: 'Có người khác vừa sửa mục này. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this. Reload it, then make your change.',
  });
}
