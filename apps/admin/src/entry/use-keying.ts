import type { Answers } from '@gandan/domain/entry';
import { say } from '@gandan/ui';
import { useQueryClient } from '@tanstack/vue-query';
import { v7 as newId } from 'uuid';
import { computed, ref, shallowRef, watch } from 'vue';
import { asProblem } from '../api/problem.ts';
import { useSubmit } from '../api/use-submit.ts';
import { inWords } from '../i18n/i18n.ts';
import {
  type Keying,
  type KeyingEvent,
  keying,
  type OpenSheet,
  questionAt,
  type Wish,
  waitingForSheet,
} from './keying/index.ts';
import { notKeyable } from './not-keyable.ts';
import {
  batchesQuery,
  correctResponse,
  questionsOf,
  readSheet,
  type SheetToKey,
  type Version,
  versionQuery,
} from './queries.ts';
import { entryQueue, queueState } from './queue/index.ts';
import { openSecond } from './second/open-second.ts';
import { readSecond, type SecondToKey, secondQuery } from './second/queries.ts';

/** The keying screen without its looks: the state machine, the queue behind it, and the sheets that it asks for. */
export function useKeying(account: string, second = false) {
  const queries = useQueryClient();
  const queue = entryQueue(account);
  const state = shallowRef<Keying>(waitingForSheet);
  const sheet = shallowRef<SheetToKey | null>(null);
  const version = shallowRef<Version | null>(null);
  /** The sheet when it is keyed a second time. */
  const twice = shallowRef<SecondToKey | null>(null);
  const opening = ref(false);
  /** The number that was asked for last: when it is refused the sheet can be put aside. */
  const tried = ref('');
  /** Seconds of the sheets saved since the page was opened. */
  const pace = ref<readonly number[]>([]);
  /** What a correction would store, waiting for its reason. */
  const correcting = shallowRef<Extract<Wish, { kind: 'save' }> | null>(null);
  const responseId = computed(() => sheet.value?.submitted?.id ?? null);
  // The bar counts what the server has, so it is read again once the queue has brought the saved sheets there.
  let uncounted = false;
  watch(queueState, ({ waiting }) => {
    if (!uncounted || waiting > 0) return;
    uncounted = false;
    void queries.invalidateQueries({ queryKey: batchesQuery.queryKey });
    void queries.invalidateQueries({ queryKey: secondQuery.queryKey });
  });

  function dispatch(event: KeyingEvent): void {
    const before = state.value;
    const after = keying(before, event);
    state.value = after;
    const keyed = after.sheet === before.sheet && (after.answers !== before.answers || after.note !== before.note);
    if (keyed && after.stage !== 'saving' && responseId.value === null) keep(after);
    if (after.wishes.length > 0) void grant(after.wishes);
  }

  function keep({ sheet: number, answers, note, keystrokes }: Keying): void {
    void queue.draft({ sheet: number, answers, note, keystroke: keystrokes, ...pass() }).catch(notKept);
  }

  function pass(): { readonly pass?: 'second' | 'again' } {
    return twice.value === null ? {} : { pass: twice.value.stage === 'reread' ? 'again' : 'second' };
  }

  async function grant(wishes: readonly Wish[]): Promise<void> {
    for (const wish of wishes) {
      if (wish.kind === 'say') say(inWords(wish.sentence));
      else if (wish.kind === 'open') await open(wish.number);
      else if (responseId.value !== null) {
        correcting.value = wish;
        return;
      } else if (!(await save(wish))) return;
    }
  }

  async function save({ sheet: number, answers, note, seconds }: Extract<Wish, { kind: 'save' }>): Promise<boolean> {
    try {
      await queue.response({ sheet: number, answers, note, keystroke: state.value.keystrokes, ...pass() }, seconds);
    } catch (thrown) {
      notKept(thrown);
      dispatch({ kind: 'not-saved', sentence: NOT_KEPT, places: [] });
      return false;
    }
    pace.value = [...pace.value, seconds];
    uncounted = true;
    dispatch({ kind: 'saved' });
    sheet.value = null;
    twice.value = null;
    return true;
  }

  const correction = useSubmit(async (reason: string) => {
    const { value: wish } = correcting;
    if (wish === null || responseId.value === null) return;
    const { answers, note } = wish;
    await correctResponse(responseId.value, { id: newId(), answers, note, reason });
    correcting.value = null;
    dispatch({ kind: 'saved' });
    sheet.value = null;
    void queries.invalidateQueries();
  });

  /** Back to the sheet without storing the correction. */
  function keepCorrecting(): void {
    correcting.value = null;
    correction.clear();
    const places = state.value.places;
    dispatch({
      kind: 'not-saved',
      sentence: { vi: 'Chưa lưu đính chính.', en: 'The correction is not saved yet.' },
      places,
    });
  }

  /** Opens a sheet: what this machine holds of it comes before what the server holds. */
  async function open(number: string, correct = false): Promise<void> {
    opening.value = true;
    tried.value = number;
    try {
      if (second && !correct) return await openTwice(number);
      const next = await readSheet(number);
      const refusal = notKeyable(next, correct);
      if (refusal !== null) return dispatch({ kind: 'not-opened', sentence: refusal });
      const { id, version: of } = next.questionnaire;
      const paper = await queries.ensureQueryData(versionQuery(id, of));
      sheet.value = next;
      twice.value = null;
      version.value = paper;
      dispatch({ kind: 'opened', sheet: await begun(next, paper, correct), at: performance.now() });
      tried.value = '';
    } catch (thrown) {
      dispatch({ kind: 'not-opened', sentence: asProblem(thrown).sentence });
    } finally {
      opening.value = false;
    }
  }

  async function openTwice(number: string): Promise<void> {
    const next = await readSecond(number);
    const paper = await queries.ensureQueryData(versionQuery(next.questionnaire.id, next.questionnaire.version));
    const begun = openSecond(next, questionsOf(paper), await queue.kept(next.sheet.number));
    sheet.value = { ...next, submitted: null, awaitsSecond: false };
    twice.value = next;
    version.value = paper;
    dispatch({ kind: 'opened', sheet: begun, at: performance.now() });
    tried.value = '';
  }

  async function begun(next: SheetToKey, paper: Version, correct: boolean): Promise<OpenSheet> {
    const { number } = next.sheet;
    const of = { number, questions: questionsOf(paper) };
    if (correct && next.submitted !== null) {
      return { ...of, answers: next.submitted.answers as Answers, note: next.submitted.note ?? '', keystrokes: 0 };
    }
    const kept = await queue.kept(number);
    const draft = next.draft;
    if (kept !== undefined && kept.keystroke >= (draft?.keystroke ?? 0)) {
      return { ...of, answers: kept.answers, note: kept.note, keystrokes: kept.keystroke };
    }
    return {
      ...of,
      answers: (draft?.answers ?? {}) as Answers,
      note: draft?.note ?? '',
      keystrokes: draft?.keystroke ?? 0,
    };
  }

  return {
    state,
    sheet,
    twice,
    version,
    opening,
    tried,
    question: computed(() => questionAt(state.value)),
    where: computed(() => queueState.value),
    secondsEach: computed(() =>
      pace.value.length === 0 ? null : Math.round(pace.value.reduce((a, b) => a + b, 0) / pace.value.length),
    ),
    savedHere: computed(() => pace.value.length),
    correcting,
    correction,
    keepCorrecting,
    dispatch,
    open,
    forget: (number: string) => queue.forget(number),
  };
}

const NOT_KEPT = {
  vi: 'Máy này không cho lưu (chế độ ẩn danh, hoặc hết chỗ). Đừng đóng trang; hãy báo người quản trị.',
  en: 'This machine does not let us save (private window, or no space). Keep the page open and tell the administrator.',
};
function notKept(_thrown: unknown): void {
  say(inWords(NOT_KEPT), { kind: 'error' });
}
