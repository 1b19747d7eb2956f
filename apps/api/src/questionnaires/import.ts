import type { Work } from '@gandan/db/work';
import { DomainError } from '@gandan/domain/errors';
import type { ReadForm } from '@gandan/domain/questionnaires';
import { storeQuestionnaire } from './make.ts';

/** Stores what was read from a file as a new questionnaire, to be looked over before it is published. */
export async function importForm(work: Work, { model, report }: ReadForm) {
  if (model === null) throw nothingRead(report);
  return { ...(await storeQuestionnaire(work, model)), report };
}

function nothingRead(report: ReadForm['report']): DomainError {
  const errors = report.filter(({ level }) => level === 'error');
  return new DomainError(
    'invalid',
    'questionnaire.nothing-read',
    errors[0]?.sentence ?? {
      vi: 'Không đọc được câu nào từ tệp này.',
      en: 'No question of this file could be read.',
    },
    errors.map(({ row, column, sentence }) => ({
      sentence,
      ...(row === null ? {} : { row }),
      ...(column === null ? {} : { column }),
    })),
  );
}
