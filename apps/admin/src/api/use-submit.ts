import { computed, type Ref, ref } from 'vue';
import { inWords } from '../i18n/i18n.ts';
import { type ApiProblem, asProblem } from './problem.ts';

export interface Submit<A extends unknown[]> {
  readonly busy: Ref<boolean>;
  /** What was refused, until the next try. */
  readonly problem: Ref<ApiProblem | null>;
  /** Sentence of a field by its path: `error('headName')`. */
  error(path: string): string | undefined;
  /** Runs the task once at a time; `true` when it went through. */
  submit(...args: A): Promise<boolean>;
  clear(): void;
}

/** One form, one task: busy while it runs, its problem as sentences beside the fields. */
export function useSubmit<A extends unknown[]>(task: (...args: A) => Promise<unknown>): Submit<A> {
  const busy = ref(false);
  const problem = ref<ApiProblem | null>(null) as Ref<ApiProblem | null>;
  const byPath = computed(
    () =>
      new Map(problem.value?.places.flatMap((place) => (place.path ? [[place.path, place.sentence] as const] : []))),
  );
  return {
    busy,
    problem,
    error(path) {
      const sentence = byPath.value.get(path);
      return sentence === undefined ? undefined : inWords(sentence);
    },
    async submit(...args) {
      if (busy.value) return false;
      busy.value = true;
      problem.value = null;
      try {
        await task(...args);
        return true;
      } catch (thrown) {
        problem.value = asProblem(thrown);
        return false;
      } finally {
        busy.value = false;
      }
    },
    clear() {
      problem.value = null;
    },
  };
}
