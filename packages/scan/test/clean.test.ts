import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { sheetNumber } from '@gandan/domain/sheets';
import { describe, expect, it } from 'vitest';
import { readPage } from '../src/reading/index.ts';
import { takePicture } from './damage.ts';
import { fillIn } from './fill-in.ts';
import { BALLPOINT } from './pen.ts';
import { seeded } from './random.ts';
import { printedForm, rasterise } from './sheet.ts';

describe('a clean page', () => {
  it('is read from end to end: sheet, page, every box', async () => {
    const form = await printedForm(HOUSEHOLD_QUESTIONNAIRE);
    const { text: number } = sheetNumber('PL', 412);
    const papers = await rasterise(await form.print(number), 300);
    for (const [index, page] of form.layout.pages.entries()) {
      const random = seeded(7 + index);
      const paper = papers[index];
      if (paper === undefined) throw new Error('a page is missing');
      const filled = fillIn(paper, page, random, { trouble: 0, pens: [BALLPOINT] });
      const reading = await readPage(takePicture(filled.paper, {}, random), [form.layout]);
      expect(reading.problems).toEqual([]);
      const [side] = reading.sides;
      expect(side).toMatchObject({ sheet: { kind: 'sheet', number }, page: index + 1 });
      expect(side?.registration.residualMm).toBeLessThan(0.15);
      for (const { question, choices } of filled.truths) {
        const read = side?.questions.find((one) => one.question === question && one.kind !== 'handwriting');
        expect([question, read?.state, [...(read?.choices ?? [])].sort()]).toEqual([
          question,
          choices.length > 0 ? 'answered' : 'blank',
          [...choices].sort(),
        ]);
      }
    }
  });
});
