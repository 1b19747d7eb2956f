import type { Sentence } from '../errors/index.ts';
import { LEVEL_NAMES } from './levels.ts';
import { formatNumber } from './numbers.ts';
import { pointLines, type Scheme } from './scheme.ts';
import { lastStep, type Step } from './steps.ts';

/** One thing that a correction changed. */
export interface Change {
  readonly label: Sentence;
  readonly before: string;
  readonly after: string;
}

/** What the newer version of an evaluation changed in the older: points, percentages, totals, level. Texts are not compared. */
export function differenceOf(scheme: Scheme, before: readonly Step[], after: readonly Step[]): Change[] {
  const [older, newer] = [lastStep(before, 'proposal')?.body, lastStep(after, 'proposal')?.body];
  const changes: Change[] = [];
  const compare = (label: Sentence, from: string, to: string) => {
    if (from !== to) changes.push({ label, before: from || '–', after: to || '–' });
  };
  if (newer !== undefined) {
    for (const line of pointLines(scheme)) {
      const label = { vi: `Tiêu chí ${line.code}`, en: `Criterion ${line.code}` };
      compare(label, formatNumber(older?.points[line.code] ?? null), formatNumber(newer.points[line.code] ?? null));
    }
    for (const { code, label, percent } of newer.assessment.components) {
      const earlier = older?.assessment.components.find((component) => component.code === code)?.percent ?? null;
      compare(
        { vi: `${label.vi} (${code})`, en: `${label.en} (${code})` },
        formatNumber(earlier),
        formatNumber(percent),
      );
    }
    const total = { vi: 'Tổng điểm', en: 'Total' };
    compare(total, formatNumber(older?.assessment.total ?? null), formatNumber(newer.assessment.total));
  }
  const [from, to] = [lastStep(before, 'decision'), lastStep(after, 'decision')];
  if (to !== undefined) compare({ vi: 'Mức xếp loại', en: 'Level' }, levelName(from), levelName(to));
  return changes;
}

function levelName(step: Step<'decision'> | undefined): string {
  return step?.body.level == null ? '' : LEVEL_NAMES[step.body.level].vi;
}
