import { listAccounts } from '@gandan/db/access';
import { doubleEntrySettings, findDoubleEntry, insertDoubleEntry, sheetsKeyedTwice } from '@gandan/db/entry';
import { findQuestionnaire } from '@gandan/db/questionnaires';
import type { Work } from '@gandan/db/work';
import { type DoubleEntry, errorRates, type KeyedTwice, SINGLE_ENTRY } from '@gandan/domain/entry';
import { found, type Sentence } from '@gandan/domain/errors';
import { communeOf, require } from '@gandan/domain/policy';
import type { Label, PaperQuestion } from '@gandan/domain/questionnaires';
import { questionsOf } from './keyings.ts';

/** What is keyed twice, and what comparing the keyings of a year has shown, by question and by person. */
export async function quality(work: Work, year: number) {
  require(work.actor, 'quality.read');
  const communeId = communeOf(work);
  const settings = (await doubleEntrySettings(work.trx, communeId)).map(({ share, evaluated, ...row }) => ({
    ...row,
    share: share ?? SINGLE_ENTRY.share,
    evaluated: evaluated ?? SINGLE_ENTRY.evaluated,
  }));
  const versions = new Map<string, KeyedTwice[]>();
  const rows = await sheetsKeyedTwice(work.trx, communeId, year);
  const asked = new Map<string, Awaited<ReturnType<typeof questionsOf>>>();
  for (const row of rows) {
    const { questionnaireId, questionnaireVersion } = row;
    const version = `${questionnaireId} ${questionnaireVersion}`;
    const questions = asked.get(version) ?? (await questionsOf(work, row));
    asked.set(version, questions);
    const twice = questions.filter(({ name }) => row.questions === null || row.questions.includes(name));
    const holds = row.state === 'verified' ? (row.resultAnswers ?? row.againAnswers ?? row.secondAnswers) : null;
    const sheets = versions.get(questionnaireId) ?? [];
    sheets.push({
      questions: twice,
      first: { by: row.firstBy, answers: row.firstAnswers },
      second: { by: row.secondBy, answers: row.secondAnswers },
      holds,
    });
    versions.set(questionnaireId, sheets);
  }
  const names = new Map((await listAccounts(work.trx)).map((account) => [account.id, account.displayName]));
  const { all, clerks } = errorRates([...versions.values()].flat());
  return {
    year,
    sheets: rows.length,
    settings,
    all,
    clerks: clerks.map(({ by, rate }) => ({ id: by, name: names.get(by) ?? null, rate })),
    questionnaires: settings
      .filter(({ id }) => versions.has(id))
      .map(({ id, title }) => ({ id, title, questions: questionRates(versions.get(id) ?? []) })),
  };
}

/** The rates of one questionnaire's questions, with what each asks: a number alone tells the reader of a table nothing. */
function questionRates(sheets: readonly KeyedTwice[]) {
  const labels = new Map(sheets.flatMap(({ questions }) => questions.map((each) => [each.name, headingOf(each)])));
  return errorRates(sheets).questions.map((row) => ({ ...row, label: labels.get(row.name) ?? { vi: '', en: '' } }));
}

function headingOf({ item, group, repetition }: PaperQuestion): Sentence {
  const of = (label: Label) => ({ vi: label.vi, en: label.en ?? label.vi });
  const own = of(item.label);
  if (group === undefined) return own;
  const whole = of(group.label);
  const nth = repetition === undefined ? '' : ` ${repetition}`;
  return { vi: `${whole.vi}${nth}: ${own.vi}`, en: `${whole.en}${nth}: ${own.en}` };
}

/** Decides what is keyed twice of a questionnaire; it holds for the sheets entered from now on. */
export async function setDoubleEntry(work: Work, questionnaireId: string, { share, evaluated }: DoubleEntry) {
  require(work.actor, 'quality.write');
  const communeId = communeOf(work);
  found(await findQuestionnaire(work.trx, communeId, questionnaireId), {
    vi: 'mẫu phiếu này',
    en: 'such questionnaire',
  });
  const current = await findDoubleEntry(work.trx, communeId, questionnaireId);
  const before = current ?? { ...SINGLE_ENTRY, seq: 0 };
  if (before.share === share && before.evaluated === evaluated) return { share, evaluated };
  await insertDoubleEntry(work.trx, {
    ...{ communeId, questionnaireId, seq: before.seq + 1, share, evaluated },
    ...{ byAccount: work.actor.userId, at: work.now },
  });
  await work.audit('quality.double-entry', questionnaireId, { share, evaluated });
  return { share, evaluated };
}
