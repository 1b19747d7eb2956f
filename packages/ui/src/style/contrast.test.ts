import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colours of a theme as written in the file, `#rrggbb` only. */
function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}
const [light = '', systemDark = '', chosenDark = ''] = css.split(
  /@media \(prefers-color-scheme: dark\)|:root\[data-theme=["']dark["']\]/,
);
const themes = {
  light: colours(light),
  'dark by the system': colours(systemDark),
  'dark by choice': colours(chosenDark),
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'accent', 'done', 'doubt'].flatMap((text) =>
    ['paper', 'sheet', 'wash'].map((under): [string, string] => [text, under]),
  ),
  ['ink', 'accent-wash'],
  ['ink', 'done-wash'],
  ['ink', 'doubt-wash'],
  ['soft', 'done-wash'],
  ['accent', 'accent-wash'],
  ['done', 'done-wash'],
  ['doubt', 'doubt-wash'],
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-accent', 'done-fill'],
];
const EDGES: readonly (readonly [string, string])[] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['focus', 'paper'],
  ['focus', 'sheet'],
];

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  it.each(TEXT)('shows %s on %s at 4.5:1 or more', (text, under) => {
    expect(contrast(theme[text] ?? '', theme[under] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)('shows the edge %s on %s at 3:1 or more', (edge, under) => {
    expect(contrast(theme[edge] ?? '', theme[under] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('both dark themes are the same', () => {
  expect(themes['dark by the system']).toEqual(themes['dark by choice']);
});
