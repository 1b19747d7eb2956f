import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSEHOLD_QUESTIONNAIRE } from '@gandan/domain/questionnaires';
import { type TrialPage, trialForm, trialPage } from '@gandan/scan/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './scan.ts';
import type { VerbInput } from './verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'gandan-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const noDatabase = () => Promise.reject(new Error('needs no database'));
const scan = (files: string[], layout?: string) =>
  run({
    ...{ positionals: files, values: { json: true, layout }, path: (file) => join(folder, file) },
    ...{ database: noDatabase, deps: noDatabase, office: noDatabase, finished: noDatabase },
  } as VerbInput);

describe('scan', () => {
  let page: TrialPage;
  beforeAll(async () => {
    page = await trialPage(await trialForm(HOUSEHOLD_QUESTIONNAIRE), 'rotated', 40, { trouble: 0 });
    writeFileSync(join(folder, 'layout.json'), JSON.stringify(page.layout));
    writeFileSync(join(folder, 'front.jpg'), page.jpeg);
    writeFileSync(join(folder, 'packed.pdf'), 'PK\u0003\u0004');
  });

  it('prints for each page the sheet, how it lies, and every question; what cannot be read is told, and is no error', async () => {
    const { sentence, data } = await scan(['front.jpg', 'packed.pdf'], 'layout.json');
    const { pages, findings } = data as { pages: Record<string, unknown>[]; findings: { code: string }[] };
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatchObject({ page: 1, readable: true, sheet: page.number, sheetPage: 1 });
    expect(pages[0]?.residualMm).toBeLessThan(0.3);
    const questions = pages[0]?.questions as { question: string; state: string; choices: string[]; crops: unknown[] }[];
    for (const { question, choices } of page.truths) {
      expect(questions.find((one) => one.question === question)).toMatchObject({
        state: choices.length > 0 ? 'answered' : 'blank',
        choices: [...choices].sort(),
        confidence: expect.any(Number),
        reason: expect.any(String),
      });
    }
    expect(pages[1]).toMatchObject({ readable: false, reason: 'file.disguised' });
    expect(findings.map(({ code }) => code)).toEqual(['sheet.page-missing']);
    expect(sentence.vi).toContain('packed.pdf');
  });

  it('refuses a call that cannot be carried out', async () => {
    await expect(scan(['front.jpg'])).rejects.toMatchObject({ code: 'cli.layout' });
    await expect(scan(['front.jpg'], 'nowhere.json')).rejects.toMatchObject({ code: 'cli.file' });
    await expect(scan(['front.jpg'], 'front.jpg')).rejects.toMatchObject({ code: 'cli.layout' });
    await expect(scan(['nowhere.jpg'], 'layout.json')).rejects.toMatchObject({ code: 'cli.file' });
  });
});
