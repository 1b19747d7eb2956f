import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { h } from 'vue';
import DataTable from './DataTable.vue';
import type { Column } from './rows.ts';

interface Household {
  readonly id: string;
  readonly head: string;
}
const rows: Household[] = Array.from({ length: 2400 }, (_, n) => ({ id: `h${n}`, head: `Nguyễn Văn Mẫu ${n}` }));
const columns: Column<Household>[] = [
  { key: 'id', label: 'Mã hộ', value: (row) => row.id },
  { key: 'head', label: 'Chủ hộ', value: (row) => row.head },
];
// The component is generic; the test gives it households.
const table = (extra: Record<string, unknown> = {}) =>
  mount(
    {
      render: () =>
        h(DataTable<Household>, { label: 'Hộ', columns, rows, rowKey: (row: Household) => row.id, ...extra }),
    },
    { attachTo: document.body },
  );

describe('a table of 2,400 households', () => {
  beforeEach(() => {
    document.body.innerHTML = '';
  });

  it('draws a few dozen rows, and says how many there are', () => {
    const page = table();
    expect(page.findAll('tbody tr').length).toBeLessThan(60);
    expect(page.get('[role=grid]').attributes('aria-rowcount')).toBe('2401');
    expect(page.text()).toContain('2.400 dòng');
  });

  it('is one tab stop besides its search box: rows and headings are reached with arrows', async () => {
    const opened: string[] = [];
    const page = table({ openable: true, onOpen: (row: Household) => opened.push(row.id) });
    const grid = page.get('[role=grid]');
    expect(page.findAll('[role=grid] [tabindex="0"]')).toHaveLength(0);
    await grid.trigger('focus');
    await grid.trigger('keydown', { key: 'ArrowDown' });
    await grid.trigger('keydown', { key: 'Enter' });
    expect(opened).toEqual(['h1']);
    const active = grid.attributes('aria-activedescendant') ?? '';
    expect(page.get(`#${active}`).text()).toContain('h1');
  });

  it('sorts from the headings by keyboard', async () => {
    const page = table();
    const grid = page.get('[role=grid]');
    await grid.trigger('focus');
    await grid.trigger('keydown', { key: 'ArrowUp' });
    await grid.trigger('keydown', { key: 'Enter' });
    await grid.trigger('keydown', { key: 'Enter' });
    expect(page.get('th').attributes('aria-sort')).toBe('descending');
    expect(page.get('tbody tr').text()).toContain('h2399');
  });

  it('takes a letter typed anywhere in it to the search box, but not the ? of the key list', async () => {
    const page = table();
    const grid = page.get<HTMLElement>('[role=grid]');
    grid.element.focus();
    await grid.trigger('keydown', { key: '?' });
    expect(document.activeElement).toBe(grid.element);
    await grid.trigger('keydown', { key: 'm' });
    expect(document.activeElement).toBe(page.get('input[type=search]').element);
    await page.get('input[type=search]').setValue('mau 2399');
    expect(page.findAll('tbody tr')).toHaveLength(1);
    expect(page.text()).toContain('1 / 2.400 dòng');
  });

  it('leaves keys alone while an input method is composing', async () => {
    const page = table({ openable: true });
    const grid = page.get<HTMLElement>('[role=grid]');
    grid.element.focus();
    await grid.trigger('keydown', { key: 'm', isComposing: true });
    expect(document.activeElement).toBe(grid.element);
  });

  it('selects with the space bar, and all that are shown with the box above', async () => {
    let selected: readonly string[] = [];
    const page = table({
      selectable: true,
      selected,
      'onUpdate:selected': (next: readonly string[]) => (selected = next),
    });
    const grid = page.get('[role=grid]');
    await grid.trigger('focus');
    await grid.trigger('keydown', { key: ' ' });
    expect(selected).toEqual(['h0']);
    await page.get('thead input').setValue(true);
    expect(selected).toHaveLength(2400);
  });
});
