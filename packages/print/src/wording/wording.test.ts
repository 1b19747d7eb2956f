import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileWording } from '../../scripts/wording.ts';
import { splitSections } from './sections.ts';
import { wording } from './wording.ts';

describe('the wording of documents', () => {
  it('is compiled from the templates as they are now', () => {
    const generated = readFileSync(new URL('./templates.gen.ts', import.meta.url), 'utf8');
    expect(generated).toBe(compileWording());
  });

  it('comes as plain paragraphs by section', () => {
    expect(wording('minutes.vi', {}).title).toEqual(['Biên bản']);
    expect(wording('packet.vi', {}).coverNote).toHaveLength(2);
  });

  it('refuses a section that stands twice', () => {
    expect(() => splitSections('== a\nx\n== a\ny')).toThrow('stands twice');
  });
});
