import type { Sentence } from '@gandan/domain/errors';
import { paperQuestions, type QuestionnaireModel } from '@gandan/domain/questionnaires';
import { skipMarks, type UndrawableSkip } from '../skip-marks.ts';
import { error, type LintFinding } from './finding.ts';
import { pathsByName } from './names.ts';

/** Conditions that no arrow on paper can show. */
export function skipFindings(model: QuestionnaireModel): readonly LintFinding[] {
  const paths = pathsByName(model);
  return skipMarks(paperQuestions(model)).undrawable.map(({ question, rule, reason }) => {
    const group =
      question.group?.type === 'begin_group' && question.group.relevant === rule ? question.group : undefined;
    const path = paths.get(group?.name ?? question.item.name) ?? 'items';
    const { vi, en } = why(reason, rule.question);
    return error(`${path}.relevant`, {
      vi: `Câu ${question.number} không vẽ được bước nhảy: ${vi}.`,
      en: `The skip to question ${question.number} cannot be drawn: ${en}.`,
    });
  });
}

function why(reason: UndrawableSkip['reason'], name: string): Sentence {
  switch (reason) {
    case 'unknown':
      return { vi: `không có câu “${name}” trên phiếu`, en: `there is no question “${name}” on the sheet` };
    case 'not-earlier':
      return {
        vi: 'câu điều kiện phải đứng trước; hãy đổi thứ tự hai câu',
        en: 'the condition must come before; change the order of the two questions',
      };
    case 'not-single':
      return { vi: 'câu điều kiện phải là câu chọn một ô', en: 'the condition must be a single choice' };
    case 'unknown-choice':
      return { vi: 'ô điều kiện không có trong câu đó', en: 'that question has no such option' };
    case 'not-adjacent':
      return {
        vi: 'trên giấy chỉ bỏ qua được các câu đứng liền sau câu điều kiện; hãy dời câu này đến ngay sau câu đó',
        en: 'on paper only the questions right after the condition can be skipped; move this one there',
      };
  }
}
