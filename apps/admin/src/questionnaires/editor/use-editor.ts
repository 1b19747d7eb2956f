import {
  type Edited,
  type Item,
  itemAt,
  type PaperLayout,
  type QuestionnaireModel,
  replaceItem,
} from '@gandan/domain/questionnaires';
import { computed, type InjectionKey, inject, nextTick, onBeforeUnmount, provide, ref, shallowRef, watch } from 'vue';
import type { ApiProblem } from '../../api/problem.ts';
import { type Finding, saveDraft, type VersionView } from '../queries.ts';
import { beginHistory, record, redo, redoable, type Selected, select, undo, undoable } from './history.ts';
import { KeptDrafts } from './kept.ts';
import { nearest, outlineRows, placeOfFinding } from './outline.ts';
import { type Preview, Previewer } from './previewer.ts';
import { Saver, type SaveState } from './saver.ts';

export interface EditorStart {
  readonly view: VersionView;
  /** The model to begin with when this machine kept a newer one. */
  readonly kept: QuestionnaireModel | null;
  readonly account: string;
  readonly tab: string;
}

/** The editor of one draft: what is written, what is selected, what is saved, what it looks like on paper. */
export function createEditor({ view, kept, account, tab }: EditorStart) {
  const { id, version } = view;
  const copies = new KeptDrafts(id, version);
  const history = shallowRef(beginHistory(view.model));
  const save = shallowRef<SaveState>({ kind: 'saved', at: null });
  const preview = shallowRef<Preview | null>(null);
  const previewProblem = shallowRef<ApiProblem | null>(null);
  const paperWish = ref<PaperLayout | null>(null);
  const told = ref('');
  const english = ref(view.model.bilingual === true);

  const model = computed(() => history.value.present.model);
  const selected = computed(() => nearest(model.value, history.value.present.selected));
  const item = computed(() => (selected.value === 'form' ? undefined : itemAt(model.value, selected.value)));
  const rows = computed(() => outlineRows(model.value));
  const paper = computed<PaperLayout>(() => paperWish.value ?? model.value.paper ?? 'a4');
  const findings = computed<readonly Finding[]>(() => preview.value?.findings ?? view.findings ?? []);
  const errors = computed(() => findings.value.filter(({ level }) => level !== 'warning'));

  const saver = new Saver(
    {
      send: async (next, revision) => (await saveDraft(id, version, next, revision)).revision,
      keep: (next, revision, sent) => copies.keep({ tab, account, revision, model: next, sent, at: Date.now() }),
      forget: () => copies.forget(tab),
      show: (state) => {
        save.value = state;
      },
      later: (task, ms) => {
        const timer = setTimeout(task, ms);
        return () => clearTimeout(timer);
      },
      now: () => new Date(),
    },
    view.revision,
  );
  const previewer = new Previewer(
    (next) => {
      preview.value = next;
      previewProblem.value = null;
    },
    (problem) => {
      previewProblem.value = problem;
    },
  );
  const again = () => void saver.flush();

  /** A change of the form. Changes of one `cluster` without a pause between them are undone together. */
  function change(what: string, next: QuestionnaireModel | Edited, cluster?: string): void {
    const changed = 'model' in next ? next : { model: next, path: selected.value };
    history.value = record(history.value, {
      model: changed.model,
      selected: changed.path,
      what,
      at: Date.now(),
      ...(cluster === undefined ? {} : { cluster }),
    });
  }
  /** A change that follows from the last one by itself, and is undone with it. */
  function amend(next: QuestionnaireModel): void {
    const { present } = history.value;
    if (next !== present.model) history.value = { ...history.value, present: { ...present, model: next } };
  }
  /** A change of the selected item. */
  function edit(next: Item, what = 'words', cluster?: string): void {
    if (selected.value === 'form') return;
    change(what, replaceItem(model.value, selected.value, next), cluster && `${selected.value} ${cluster}`);
  }
  function go(to: Selected): void {
    history.value = select(history.value, to);
  }
  /** Selects what a finding speaks of and puts the cursor into its field. */
  async function jump(finding: { readonly path: string }): Promise<void> {
    const { selected: to, field } = placeOfFinding(finding.path);
    go(to);
    shown.value = 'item';
    await nextTick();
    await nextTick();
    focusField(field);
  }

  const shown = ref<'outline' | 'item' | 'paper'>('item');
  watch(model, (next) => saver.change(next));
  watch([model, paper], ([next, on]) => previewer.want({ model: next, paper: on }));
  previewer.want({ model: model.value, paper: paper.value }, 0);
  if (kept !== null) change('kept', kept);

  window.addEventListener('online', again);
  onBeforeUnmount(() => {
    window.removeEventListener('online', again);
    saver.close();
    previewer.close();
  });

  return {
    view,
    model,
    selected,
    item,
    rows,
    save,
    saver,
    preview,
    previewProblem,
    paper,
    paperWish,
    findings,
    errors,
    /** Which pane is seen where there is room for one. */
    shown,
    /** Whether the English words are written, too. */
    english,
    /** What was just done, for those who hear the screen. */
    told,
    undoable: computed(() => undoable(history.value)),
    redoable: computed(() => redoable(history.value)),
    change,
    amend,
    edit,
    go,
    jump,
    undo: () => {
      history.value = undo(history.value);
    },
    redo: () => {
      history.value = redo(history.value);
    },
    /** The server's model takes the place of what is edited; undo still leads back. */
    adopt(next: VersionView): void {
      change('theirs', next.model);
      void nextTick(() => saver.take(next.revision));
    },
  };
}
export type Editor = ReturnType<typeof createEditor>;

const KEY: InjectionKey<Editor> = Symbol('editor');
export const provideEditor = (editor: Editor) => provide(KEY, editor);
export function useEditor(): Editor {
  const editor = inject(KEY);
  if (editor === undefined) throw new Error('useEditor() needs the editor page around it');
  return editor;
}

/** The field of a finding, or the nearest one around it: `choices.0.label`, then `choices.0`, then `choices`. */
function focusField(field: string): void {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const box = document.querySelector(`[data-field="${path}"]`);
    const control = box?.matches('input, textarea, select, button')
      ? box
      : box?.querySelector('input, textarea, select, button');
    if (!(control instanceof HTMLElement)) continue;
    control.scrollIntoView({ block: 'center' });
    control.focus();
    return;
  }
}
