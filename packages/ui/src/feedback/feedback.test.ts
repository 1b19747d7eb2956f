import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import Button from '../actions/Button.vue';
import Notice from './Notice.vue';
import ProgressBar from './ProgressBar.vue';
import ToastHost from './ToastHost.vue';
import { dismiss, say, toasts } from './toasts.ts';

describe('a busy button', () => {
  it('keeps its place and ignores further clicks', async () => {
    const clicks: unknown[] = [];
    const page = mount(Button, {
      props: { busy: true, onClick: (event: MouseEvent) => clicks.push(event) },
      slots: { default: 'Lưu' },
    });
    await page.get('button').trigger('click');
    expect(clicks).toHaveLength(0);
    expect(page.get('button').attributes('disabled')).toBeUndefined();
    expect(page.get('button').attributes('aria-busy')).toBe('true');
  });
});

describe('progress', () => {
  it('tells how far in numbers, and nothing it does not know', async () => {
    const page = mount(ProgressBar, { props: { label: 'Phiếu đã về', value: 2286, max: 2394 } });
    expect(page.text()).toContain('2.286 / 2.394');
    expect(page.get('[role=progressbar]').attributes('aria-valuenow')).toBe('2286');
    await page.setProps({ value: undefined });
    expect(page.get('[role=progressbar]').attributes('aria-valuenow')).toBeUndefined();
  });
});

describe('a notice', () => {
  it('is announced only when it is an error', () => {
    expect(mount(Notice, { props: { kind: 'error', title: 'Chưa lưu được' } }).attributes('role')).toBe('alert');
    expect(mount(Notice, { props: { title: 'Đã lưu' } }).attributes('role')).toBeUndefined();
  });
});

describe('short words about what was done', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    for (const { id } of toasts.value) dismiss(id);
    vi.useRealTimers();
  });

  it('go by themselves, errors stay until they are closed', () => {
    say('Đã lưu.');
    say('Chưa lưu được.', { kind: 'error' });
    vi.advanceTimersByTime(7_000);
    expect(toasts.value.map((toast) => toast.text)).toEqual(['Chưa lưu được.']);
  });

  it('offer the way back', async () => {
    const page = mount(ToastHost);
    const undone = vi.fn();
    say('Đã khóa tài khoản.', { action: { label: 'Hoàn tác', run: undone } });
    await nextTick();
    await page.get('.gd-button').trigger('click');
    expect(undone).toHaveBeenCalledOnce();
    expect(toasts.value).toHaveLength(0);
  });
});
