import { readonly, shallowRef } from 'vue';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'ok' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 12_000;
const list = shallowRef<readonly Toast[]>([]);
let lastId = 0;

/** Short words at the edge about what has just been done; `action` is the way back (“Hoàn tác”). Errors stay until closed. */
export function say(text: string, options: { kind?: Toast['kind']; action?: Toast['action'] } = {}): void {
  const id = ++lastId;
  const toast: Toast = {
    id,
    text,
    kind: options.kind ?? 'ok',
    ...(options.action === undefined ? {} : { action: options.action }),
  };
  list.value = [...list.value.slice(-2), toast];
  if (toast.kind === 'ok') setTimeout(() => dismiss(id), toast.action ? STAY_WITH_ACTION_MS : STAY_MS);
}

export function dismiss(id: number): void {
  list.value = list.value.filter((toast) => toast.id !== id);
}

export const toasts = readonly(list);
