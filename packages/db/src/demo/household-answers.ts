import type { Answer, Answers } from '@gandan/domain/entry';
import { completeAnswers } from '@gandan/domain/entry';
import { isAsked, type PaperQuestion } from '@gandan/domain/questionnaires';

/**
 * How a made-up household fills in its sheet: mostly the first, friendlier choices, now and then nothing, on one sheet in
 * ten a petition. Obeys the form's skips, so that every answer passes the checks of entry.
 */
export function householdAnswers(questions: readonly PaperQuestion[], random: () => number): Answers {
  const answers: Record<string, Answer> = {};
  const people = 1 + Math.floor(random() * 6);
  const petition = random() < 0.1 ? pick(PETITIONS, random) : undefined;
  for (const question of questions) {
    if (!isAsked(question, answers)) continue;
    const isPetition = question.group?.type === 'begin_repeat' && question.group.role === 'petition';
    answers[question.name] = isPetition ? written(question, petition, random) : ordinary(question, people, random);
  }
  return completeAnswers(questions, answers);
}

function ordinary({ item, specifies }: PaperQuestion, people: number, random: () => number): Answer {
  if (specifies !== undefined) return { value: pick(OTHERS, random) };
  if (random() < 0.03) return { missing: random() < 0.8 ? 'blank' : 'illegible' };
  switch (item.type) {
    case 'select_one':
      return { value: leaning(item.choices, random)?.name ?? '1' };
    case 'select_multiple': {
      const chosen = item.choices.slice(0, -1).filter(() => random() < 0.25);
      return { value: (chosen.length > 0 ? chosen : item.choices.slice(0, 1)).map((choice) => choice.name) };
    }
    case 'integer': {
      const { min = 0, max = people } = item.constraint ?? {};
      const some = item.name === 'people_all' ? people : Math.floor(random() * Math.ceil(people / 2));
      return { value: Math.max(min, Math.min(max, some)) };
    }
    case 'decimal': {
      const { min = 0, max = 10 ** item.digits - 1 } = item.constraint ?? {};
      const scale = 10 ** item.decimals;
      return { value: Math.round((min + random() * (max - min)) * scale) / scale };
    }
    case 'date':
      return { value: item.constraint?.max ?? item.constraint?.min ?? DEMO_DAY };
    case 'text':
      return random() < 0.1 ? { value: pick(IDEAS, random) } : { missing: 'blank' };
  }
}

function written({ item, repetition }: PaperQuestion, petition: Petition | undefined, random: () => number): Answer {
  if (petition === undefined || repetition !== 1) return { missing: 'blank' };
  if (item.name === 'content') return { value: petition.content };
  if (item.type !== 'select_one') return { missing: 'blank' };
  return { value: item.name === 'field' ? petition.field : (leaning(item.choices, random)?.name ?? '1') };
}

/** A day without bounds: any day does on a made-up sheet, as long as it exists. */
const DEMO_DAY = '2026-03-15';

/** Earlier choices are likelier, as on real forms. */
function leaning<T>(choices: readonly T[], random: () => number): T | undefined {
  return choices[Math.floor(random() ** 1.8 * choices.length)];
}

function pick<T>(things: readonly [T, ...T[]], random: () => number): T {
  return things[Math.floor(random() * things.length)] ?? things[0];
}

interface Petition {
  readonly content: string;
  /** Code of the choice of `petition_N_field` in the household form. */
  readonly field: string;
}

const PETITIONS: readonly [Petition, ...Petition[]] = [
  { content: 'Đường ra đồng đoạn sau nhà văn hóa ấp lầy lội, mùa mưa học sinh không đi được.', field: '2' },
  { content: 'Đèn đường trước cổng chùa hỏng đã hai tháng, đề nghị xã cho thay.', field: '2' },
  { content: 'Nước máy chảy yếu vào buổi chiều, có hôm không có nước.', field: '2' },
  { content: 'Bãi rác tự phát ở đầu cầu gây mùi hôi, đề nghị thu gom và đặt biển cấm đổ.', field: '3' },
  { content: 'Cơ sở nuôi heo gần nhà xả nước thải ra kênh.', field: '3' },
  { content: 'Hồ sơ tách thửa nộp đã lâu, chưa được trả lời.', field: '1' },
  { content: 'Đề nghị đo lại ranh đất giáp kênh thủy lợi.', field: '1' },
  { content: 'Gia đình thuộc diện cận nghèo, chưa nhận được tiền hỗ trợ điện quý trước.', field: '4' },
  { content: 'Mẹ già trên 80 tuổi, đề nghị hướng dẫn thủ tục trợ cấp hằng tháng.', field: '4' },
  { content: 'Thẻ bảo hiểm y tế của con sai ngày sinh, xin được sửa.', field: '5' },
  { content: 'Điểm trường mẫu giáo của ấp thiếu quạt, trẻ nóng.', field: '6' },
  { content: 'Thanh niên tụ tập đua xe ban đêm ở đoạn đường mới.', field: '7' },
  { content: 'Làm giấy khai sinh cho cháu phải đi lại ba lần.', field: '8' },
  { content: 'Cống thoát nước trước nhà bị nghẹt, mưa lớn nước tràn vào sân.', field: '2' },
];

/** Behind a box "other". */
const OTHERS: readonly [string, ...string[]] = [
  'Đan lát tại nhà',
  'Người cháu ở cùng',
  'Chở đi gửi',
  'Việc khác của gia đình',
];

const IDEAS: readonly [string, ...string[]] = [
  'Gia đình góp hai ngày công làm đường hoa của tổ.',
  'Nên họp tổ vào chiều thứ bảy để người đi làm dự được.',
  'Đề nghị lập nhóm Zalo của tổ để báo tin nhanh.',
  'Xin góp một trụ đèn năng lượng mặt trời ở đầu hẻm.',
];
