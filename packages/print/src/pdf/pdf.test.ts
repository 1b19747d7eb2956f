import { describe, expect, it } from 'vitest';
import { nameCharacter, type PdfDefinition, renderPdf, textWidth, unprintable } from './index.ts';

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';

const definition = (): PdfDefinition => ({
  content: [{ text: 'Nguyễn Văn Mẫu', bold: true }, 'Phú Lễ'],
  info: { title: 'Thử', creationDate: new Date('2026-11-24T00:00:00Z') },
});

describe('what can be printed', () => {
  it('prints every letter of Vietnamese, small and capital, composed or not', () => {
    const all = LETTERS + LETTERS.toLocaleUpperCase('vi');
    expect(unprintable(all)).toEqual([]);
    expect(unprintable(all.normalize('NFD'))).toEqual([]);
  });

  it('names what cannot be printed, each once', () => {
    expect(unprintable('Mẫu 😀😀')).toEqual(['😀']);
    expect(unprintable('עברית')).toContain('ע');
    expect(unprintable('مثال')).toContain('م');
    expect(unprintable('Mẫu\u200b')).toEqual(['\u200b']);
    expect(nameCharacter('😀')).toBe('“😀” (U+1F600)');
    expect(nameCharacter('\u200b')).toBe('U+200B');
  });
});

describe('drawing a document', () => {
  it('gives the same bytes for the same definition and date', async () => {
    const first = await renderPdf(definition());
    const second = await renderPdf(definition());
    const third = await renderPdf(definition());
    expect(Buffer.compare(second, third)).toBe(0);
    expect(first.length).toBe(second.length);
  });

  it('reads no file and no address', async () => {
    const withImage = { ...definition(), content: [{ image: '/etc/hostname' }] };
    await expect(renderPdf(withImage)).rejects.toThrow();
  });

  it('measures a text with its kerning, the second time as the first', () => {
    const first = textWidth('AVAVA', 12);
    expect(first).toBeCloseTo(37.14, 1);
    expect(textWidth('AVAVA', 12)).toBe(first);
  });
});
