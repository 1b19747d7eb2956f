import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { i18n } from './i18n.ts';

const SRC = join(import.meta.dirname, '..');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => [name, readFileSync(join(SRC, name), 'utf8')] as const);

/** Every key that a page names in full: t('a.b'), meta titles, labels of keys. Keys made with `${…}` are left out. */
const named = sources.flatMap(([name, text]) =>
  [...text.matchAll(/\bt\(\s*'([\w.-]+)'|title: '(\w+\.[\w.-]+)'|label: '(\w+\.[\w.-]+)'/g)].map((match) => ({
    name,
    key: match[1] ?? match[2] ?? match[3] ?? '',
  })),
);

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the words of the app', () => {
  it.each(['vi', 'en'] as const)('has every key in %s that a page names', (language) => {
    const missing = named.filter(({ key }) => !i18n.global.te(key, language));
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(200);
  });

  it('fills the same places in both languages', () => {
    const english = new Map(leaves(i18n.global.messages.value.en));
    const different = leaves(i18n.global.messages.value.vi).filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('is never a mixture: English has no Vietnamese letters but in names', () => {
    const mixed = leaves(i18n.global.messages.value.en).filter(([, text]) =>
      /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(
        text.replace(/Gần Dân|Tiếng Việt|\(.*?\)|NĐ \d+|Ấp \S+ \S+/g, ''),
      ),
    );
    expect(mixed).toEqual([]);
  });
});
