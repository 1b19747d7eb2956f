import { tinykeys } from 'tinykeys';
import { onBeforeUnmount, onMounted, shallowRef } from 'vue';

export interface PageKey {
  /** As tinykeys writes it: 'n', 'Shift+?', '$mod+K'. */
  readonly key: string;
  /** As the reader sees it when it differs: 'Ctrl K'. */
  readonly shown?: string;
  /** Key of the message that says what it does. */
  readonly label: string;
  readonly run: () => void;
  /** Works inside text boxes too (only with Ctrl). */
  readonly inText?: boolean;
}

/** Keys of the page on the screen, for the `?` list. */
export const pageKeys = shallowRef<readonly PageKey[]>([]);

const TEXT = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]';

/** Whether a key press belongs to typing: a text box, or an input method (Telex, VNI) that is composing. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229 || (event.target instanceof Element && event.target.matches(TEXT));
}

function bind(keys: readonly PageKey[]): () => void {
  const handlers = keys.map((one) => [
    one.key,
    (event: KeyboardEvent) => {
      if (event.isComposing || (!one.inText && isTyping(event))) return;
      // A dialog owns the keyboard while it is open.
      if (!one.inText && document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      one.run();
    },
  ]);
  return tinykeys(window, Object.fromEntries(handlers));
}

/** Keys that work while this page is there, shown in the `?` list. Never letters inside text boxes. */
export function usePageKeys(keys: readonly PageKey[]): void {
  let unbind: (() => void) | undefined;
  onMounted(() => {
    unbind = bind(keys);
    pageKeys.value = [...pageKeys.value, ...keys];
  });
  onBeforeUnmount(() => {
    unbind?.();
    pageKeys.value = pageKeys.value.filter((key) => !keys.includes(key));
  });
}

/** Keys of the shell, not listed as the page's own. */
export function useShellKeys(keys: readonly PageKey[]): void {
  let unbind: (() => void) | undefined;
  onMounted(() => {
    unbind = bind(keys);
  });
  onBeforeUnmount(() => unbind?.());
}
