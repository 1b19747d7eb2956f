import type { Answer, Answers } from '../entry/index.ts';
import type { PaperQuestion } from '../questionnaires/index.ts';

/** A petition that a household wrote on its sheet, before it has a number. */
export interface WrittenPetition {
  /** Name of the repetition, `petition_2`: with the sheet number it is the petition's origin, so it is made once. */
  readonly question: string;
  readonly content: string;
  readonly field: string;
  readonly replyBy: string | null;
}

// What the household wrote is lost only if nobody looks: an unreadable petition is still one to follow up.
const UNREADABLE = '(Chữ viết không đọc được, xem phiếu giấy)';
const NO_FIELD = 'Khác';

/** The petitions on a sheet: each repetition of a `petition` repeat whose `content` was written. */
export function petitionsFromAnswers(
  questions: readonly PaperQuestion[],
  answers: Answers,
): readonly WrittenPetition[] {
  const contents = questions.filter(
    (question) =>
      question.group?.type === 'begin_repeat' && question.group.role === 'petition' && question.item.name === 'content',
  );
  return contents.flatMap((question) => {
    const content = written(answers[question.name]);
    if (content === null) return [];
    const origin = `${question.group?.name ?? 'petition'}_${question.repetition ?? 1}`;
    const chosen = (child: string) => choiceLabel(questions, `${origin}_${child}`, answers);
    return [{ question: origin, content, field: chosen('field') ?? NO_FIELD, replyBy: chosen('reply_by') }];
  });
}

function written(answer: Answer | undefined): string | null {
  if (answer === undefined) return null;
  if ('missing' in answer) return answer.missing === 'illegible' ? UNREADABLE : null;
  return typeof answer.value === 'string' && answer.value.trim() !== '' ? answer.value.trim() : null;
}

function choiceLabel(questions: readonly PaperQuestion[], name: string, answers: Answers): string | null {
  const item = questions.find((question) => question.name === name)?.item;
  const answer = answers[name];
  if (item?.type !== 'select_one' || answer === undefined || !('value' in answer)) return null;
  return item.choices.find((choice) => choice.name === answer.value)?.label.vi ?? null;
}
