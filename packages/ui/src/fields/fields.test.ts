import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { h, ref } from 'vue';
import { readDate, showDate } from '../text/display-date.ts';
import { fold } from '../text/fold.ts';
import { readNumber, showNumber } from '../text/numbers.ts';
import ComboField from './ComboField.vue';
import DateField from './DateField.vue';
import NumberField from './NumberField.vue';
import SelectField from './SelectField.vue';
import TextField from './TextField.vue';

/** Mounts a field with a model that the test can read. */
function withModel<T>(component: object, start: T, props: Record<string, unknown> = {}) {
  const value = ref(start) as { value: T };
  const page = mount(
    {
      render: () =>
        h(component as typeof TextField, {
          label: 'Ô thử',
          ...props,
          modelValue: value.value as never,
          'onUpdate:modelValue': (next: unknown) => {
            value.value = next as T;
          },
        }),
    },
    { attachTo: document.body },
  );
  return { page, value };
}

describe('what people type', () => {
  it('is a day in several ways, never a day that does not exist', () => {
    expect(['9/3/2026', '09-03-2026', '09.03.26', '09032026', '9/3'].map((text) => readDate(text, 2026))).toEqual(
      Array(5).fill('2026-03-09'),
    );
    expect(['31/2/2026', '32/1', '2026-03-09', 'mai', ''].map((text) => readDate(text, 2026))).toEqual(
      Array(5).fill(null),
    );
    expect(showDate('2026-03-09')).toBe('09/03/2026');
  });

  it('is a number with dots for thousands and a comma for decimals', () => {
    expect(['1.234,5', '1234,5', '12', '-3'].map(readNumber)).toEqual([1234.5, 1234.5, 12, -3]);
    expect(['1.23', '1,234.5', 'ba', '1..2'].map(readNumber)).toEqual([null, null, null, null]);
    expect(showNumber(1_234_567.5, 1)).toBe('1.234.567,5');
  });

  it('is searched without accents', () => {
    expect(fold('  Ấp Đông   HƯNG ')).toBe('ap dong hung');
  });
});

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    const { page } = withModel(TextField, '', { label: 'Chủ hộ', hint: 'Như trên sổ', error: 'Hãy ghi họ tên.' });
    const input = page.get('input');
    expect(page.get('label').attributes('for')).toBe(input.attributes('id'));
    const described = (input.attributes('aria-describedby') ?? '').split(' ').map((id) => page.get(`#${id}`).text());
    expect(described).toEqual(['Như trên sổ', 'Hãy ghi họ tên.']);
    expect(input.attributes('aria-invalid')).toBe('true');
  });

  it('keeps typed text in one Unicode form', async () => {
    const { page, value } = withModel(TextField, '');
    await page.get('input').setValue('Lễ'.normalize('NFD'));
    expect(value.value).toBe('Lễ'.normalize('NFC'));
  });

  it('shows a password only when asked', async () => {
    const { page } = withModel(TextField, 'bí mật', { type: 'password' });
    expect(page.get('input').attributes('type')).toBe('password');
    await page.get('button').trigger('click');
    expect(page.get('input').attributes('type')).toBe('text');
  });

  it('of a day says what is wrong only after leaving it, and writes the day out', async () => {
    const { page, value } = withModel<string | null>(DateField, null);
    const input = page.get('input');
    await input.setValue('31/2/2026');
    expect(page.text()).not.toContain('Chưa phải là ngày');
    await input.trigger('blur');
    expect(page.text()).toContain('Chưa phải là ngày');
    await input.setValue('9/3/2026');
    await input.trigger('blur');
    expect(value.value).toBe('2026-03-09');
    expect(input.element.value).toBe('09/03/2026');
  });

  it('of a number is null while it is not one', async () => {
    const { page, value } = withModel<number | null>(NumberField, 1250);
    expect(page.get('input').element.value).toBe('1.250');
    await page.get('input').setValue('hai');
    expect(value.value).toBeNull();
  });

  it('of a few choices gives the value of the choice, also when it is a number', async () => {
    const choices = [
      { value: 0, label: 'Không' },
      { value: 7, label: 'Bảy' },
    ];
    const { page, value } = withModel<number | null>(SelectField, null, { choices, clearable: true });
    await page.get('select').setValue('1');
    expect(value.value).toBe(7);
    await page.get('select').setValue('-1');
    expect(value.value).toBeNull();
  });

  it('of many choices finds without accents, takes with Enter, gives up with Esc, empties to null', async () => {
    const choices = [
      { value: 'a', label: 'Tổ 1 · Ấp Đông' },
      { value: 'b', label: 'Tổ 2 · Ấp Đông' },
      { value: 'c', label: 'Tổ 2 · Ấp Tây' },
    ];
    const { page, value } = withModel<string | null>(ComboField, null, { choices });
    const input = page.get('input');
    await input.setValue('2 tay');
    expect(page.findAll('[role=option]')).toHaveLength(1);
    await input.trigger('keydown', { key: 'Enter' });
    expect([value.value, input.element.value]).toEqual(['c', 'Tổ 2 · Ấp Tây']);
    await input.setValue('xyz');
    await input.trigger('keydown', { key: 'Escape' });
    expect(input.element.value).toBe('Tổ 2 · Ấp Tây');
    await input.setValue('');
    await input.trigger('blur');
    expect(value.value).toBeNull();
  });
});
