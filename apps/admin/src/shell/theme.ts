import { ref } from 'vue';

export type Theme = 'auto' | 'light' | 'dark';
const STORED = 'gandan.theme';

function stored(): Theme {
  const value = localStorage.getItem(STORED);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

/** Light, dark, or as the system; kept on this machine. */
export const theme = ref<Theme>(stored());

export function wear(next: Theme): void {
  theme.value = next;
  if (next === 'auto') {
    localStorage.removeItem(STORED);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(STORED, next);
    document.documentElement.dataset.theme = next;
  }
}
