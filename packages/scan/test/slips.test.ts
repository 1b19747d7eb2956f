import { FEEDBACK_SLIP, type LayoutPage } from '@gandan/domain/questionnaires';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../src/reading/index.ts';
import { takePicture } from './damage.ts';
import { type FilledPage, fillIn } from './fill-in.ts';
import { BALLPOINT } from './pen.ts';
import { seeded } from './random.ts';
import { type Paper, type PrintedForm, printedForm, rasterise } from './sheet.ts';

const TOKENS = ['7Z3K9QWX2M4N8RTV', '0A1B2C3D4E5F6G7H'] as const;

describe('two feedback slips on an A4', () => {
  let form: PrintedForm;
  let leaf: Paper;
  let filled: { readonly paper: Paper; readonly truths: readonly FilledPage['truths'][] };
  beforeAll(async () => {
    form = await printedForm(FEEDBACK_SLIP);
    const [front] = await rasterise(await form.print(...TOKENS), 250);
    if (front === undefined) throw new Error('nothing was printed');
    leaf = front;
    filled = fillBoth(leaf, form);
  }, 60_000);

  it('are two readings, each with its own token and answers', async () => {
    const { sides, problems } = await readPage(takePicture(filled.paper, { rotation: 1 }, seeded(2)), [form.layout]);
    expect(problems).toEqual([]);
    expect(sides.map(({ sheet }) => sheet.number).sort()).toEqual([...TOKENS].sort());
    TOKENS.forEach((token, half) => {
      const side = sides.find(({ sheet }) => sheet.number === token);
      for (const { question, choices } of filled.truths[half] ?? []) {
        const read = side?.questions.find((one) => one.question === question && one.kind !== 'handwriting');
        expect([token, question, [...(read?.choices ?? [])].sort()]).toEqual([token, question, [...choices].sort()]);
      }
    });
  });

  it('do not hide each other: when one cannot be read, that is said', async () => {
    const picture = takePicture(filled.paper, {}, seeded(3));
    const scale = picture.width / 297;
    for (const { x, y, s } of form.layout.pages[0]?.qr ?? []) {
      for (let row = Math.floor((y - 1) * scale); row < (y + s + 1) * scale; row += 1) {
        const from = row * picture.width + Math.floor((148.5 + x - 1) * scale);
        picture.data.fill(120, from, from + Math.ceil((s + 2) * scale));
      }
    }
    const { sides, problems } = await readPage(picture, [form.layout]);
    expect(sides.map(({ sheet }) => sheet.number)).toEqual([TOKENS[0]]);
    expect(problems.map(({ code }) => code)).toEqual(['sheets.half']);
  });
});

/** The right slip stands half a sheet further right. */
function fillBoth(leaf: Paper, { layout }: PrintedForm) {
  const [page] = layout.pages;
  if (page === undefined) throw new Error('the slip has no page');
  const moved: LayoutPage = { ...page, fields: page.fields.map((field) => ({ ...field, x: field.x + 148.5 })) };
  const left = fillIn(leaf, page, seeded(21), { trouble: 0, pens: [BALLPOINT] });
  const right = fillIn(left.paper, moved, seeded(22), { trouble: 0, pens: [BALLPOINT] });
  return { paper: right.paper, truths: [left.truths, right.truths] };
}
