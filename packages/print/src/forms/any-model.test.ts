import { DomainError } from '@gandan/domain/errors';
import { type LayoutField, type QuestionnaireModel, SHIPPED_QUESTIONNAIRES } from '@gandan/domain/questionnaires';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyModel } from '../testing/any-model.ts';
import { largestError, ruleError } from '../testing/field-edges.ts';
import { noPoppler, rasterise } from '../testing/poppler.ts';
import { compileForm } from './compile.ts';
import type { DrawnForm } from './draw-form.ts';
import { formOptions } from './form-options.ts';
import { layoutOf } from './layout-of.ts';
import { hasErrors } from './lint/finding.ts';
import { checkForm } from './lint/index.ts';
import { widthMm } from './pieces.ts';
import { lineHeight, qrPlaces } from './profile.ts';

const DPI = 300;
const MODELS = 200;
/** Rasterising all takes ten minutes on a busy machine: `GANDAN_LONG=1` does, before a release. */
const ON_PAPER = process.env.GANDAN_LONG === '1' ? MODELS : 12;

const papers = fc.constantFrom('a4' as const, 'a5x2' as const, 'large' as const);

describe('any questionnaire', () => {
  it('is refused with places, or nothing on it stands on anything else', { timeout: 240_000 }, () => {
    let printable = 0;
    fc.assert(
      fc.property(anyModel, papers, fc.boolean(), (model, paper, bilingual) => {
        const { findings, drawn } = checkForm(model, { paper, bilingual });
        if (drawn === null || hasErrors(findings)) {
          expect(findings.length).toBeGreaterThan(0);
          return;
        }
        printable += 1;
        expect(collisions(model, drawn)).toEqual([]);
      }),
      { numRuns: MODELS, seed: 3 },
    );
    // Random forms that no paper carries would prove nothing.
    expect(printable).toBeGreaterThan(MODELS / 3);
  });

  it.skipIf(noPoppler)('stands on paper where its map says (skipped: no poppler)', { timeout: 1_200_000 }, async () => {
    let printed = 0;
    await fc.assert(
      fc.asyncProperty(anyModel, papers, fc.boolean(), async (model, paper, bilingual) => {
        if (await onPaper(model, paper, bilingual)) printed += 1;
      }),
      { numRuns: ON_PAPER, seed: 3 },
    );
    expect(printed).toBeGreaterThan(ON_PAPER / 3);
  });
});

describe('the questionnaires that are shipped', () => {
  it.skipIf(noPoppler)('stand on paper where their maps say (skipped: no poppler)', { timeout: 600_000 }, async () => {
    for (const model of SHIPPED_QUESTIONNAIRES) await onPaper(model, formOptions(model).paper, false);
  });

  it('collide nowhere, on any paper that carries them, in one language or two', { timeout: 120_000 }, () => {
    for (const model of SHIPPED_QUESTIONNAIRES) {
      for (const paper of ['a4', 'a5x2', 'large'] as const) {
        for (const bilingual of [false, true]) {
          const { findings, drawn } = checkForm(model, { paper, bilingual });
          if (drawn !== null && !hasErrors(findings)) expect(collisions(model, drawn)).toEqual([]);
        }
      }
      expect(hasErrors(checkForm(model).findings)).toBe(false);
    }
  });
});

/** Whether it could be printed; if so, every field is looked for on the page. */
async function onPaper(
  model: QuestionnaireModel,
  paper: 'a4' | 'a5x2' | 'large',
  bilingual: boolean,
): Promise<boolean> {
  try {
    const { templatePdf, layout } = await compileForm(model, { version: 1, paper, bilingual });
    for (const page of layout.pages) {
      const image = rasterise(templatePdf, page.page, DPI);
      for (const field of page.fields) {
        const error = field.kind === 'text' ? ruleError(image, field, DPI) : largestError(image, field, DPI);
        expect(error, field.id).toBeLessThan(0.2);
      }
    }
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.places.length).toBeGreaterThan(0);
    return false;
  }
}

interface Area {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Pairs of things that share paper which is one's own. */
function collisions(model: QuestionnaireModel, drawn: DrawnForm): readonly string[] {
  const { profile } = drawn.board;
  const layout = layoutOf(model, 1, drawn);
  return layout.pages.flatMap((page, index) => {
    const fields = page.fields.map((field): Area & { kind: LayoutField['kind'] } => ({ ...field, name: field.id }));
    const boxes = fields.filter(({ kind }) => kind !== 'text');
    const solid = [
      ...page.marks.map(({ id, x, y, s }) => ({ name: id, x, y, w: s, h: s })),
      ...qrPlaces(profile).map(({ x, y, s }) => ({ name: 'qr', x: x - 3, y: y - 3, w: s + 6, h: s + 6 })),
    ];
    const texts = (drawn.sides[index] ?? []).flatMap((piece): Area[] => {
      if (piece.kind !== 'text') return [];
      // Letters, not their line box: from the accents' top to the descenders.
      const h = lineHeight(piece.size);
      return [{ name: piece.text, x: piece.x, y: piece.y + h * 0.12, w: widthMm(piece.text, piece), h: h * 0.76 }];
    });
    const { x, w } = profile.content;
    const outside = [...fields, ...texts].filter((area) => area.x < x - 0.5 || area.x + area.w > x + w + 0.5);
    return [
      ...outside.map(({ name }) => `${name} outside`),
      ...pairs(fields, fields),
      ...pairs(texts, boxes),
      ...pairs(texts, solid),
      ...pairs(fields, solid),
      ...pairs(texts, texts),
    ];
  });
}

/** Rules that two cells share are no overlap. */
const SHARED = 0.05;

function pairs(some: readonly Area[], others: readonly Area[]): readonly string[] {
  return some.flatMap((a, index) =>
    (some === others ? others.slice(index + 1) : others)
      .filter(
        (b) =>
          a.x + SHARED < b.x + b.w && b.x + SHARED < a.x + a.w && a.y + SHARED < b.y + b.h && b.y + SHARED < a.y + a.h,
      )
      .map((b) => `${a.name} on ${b.name}`),
  );
}
