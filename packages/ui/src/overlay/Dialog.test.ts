import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h, nextTick, ref } from 'vue';
import Dialog from './Dialog.vue';

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await nextTick();
};

describe('a dialog', () => {
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it('is named by its title, takes the focus, and closes with Esc', async () => {
    const open = ref(false);
    mount(
      {
        render: () =>
          h(
            Dialog,
            {
              open: open.value,
              'onUpdate:open': (next: boolean) => (open.value = next),
              title: 'Thêm hộ',
              lead: 'Vào Tổ 12',
            },
            { default: () => h('input', { 'aria-label': 'Chủ hộ' }) },
          ),
      },
      { attachTo: document.body },
    );
    expect(document.querySelector('[role=dialog]')).toBeNull();
    open.value = true;
    await settled();
    const dialog = document.querySelector('[role=dialog]');
    const title = document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '');
    expect(title?.textContent).toContain('Thêm hộ');
    expect(document.getElementById(dialog?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Vào Tổ 12');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(open.value).toBe(false);
  });
});
