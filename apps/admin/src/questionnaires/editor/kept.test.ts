import { emptyModel } from '@gandan/domain/questionnaires';
import { expect, it } from 'vitest';
import { type KeptDraft, KeptDrafts } from './kept.ts';

const draft = (tab: string, at: number): KeptDraft => ({
  ...{ tab, at, account: 'vanphong', revision: 3, sent: null },
  model: emptyModel('household'),
});

it('a copy that a power cut damaged does not keep the editor from opening with the others', () => {
  const kept = new KeptDrafts('form', 2);
  kept.keep(draft('one', 1));
  kept.keep(draft('two', 2));
  localStorage.setItem('gandan.form-draft.form.2.three', '{"tab": "thr');
  expect(kept.left('vanphong', new Set()).map(({ tab }) => tab)).toEqual(['two', 'one']);
  expect(kept.left('vanphong', new Set(['two'])).map(({ tab }) => tab)).toEqual(['one']);
  kept.forget('one');
  expect(kept.left('canbo', new Set())).toEqual([]);
});
