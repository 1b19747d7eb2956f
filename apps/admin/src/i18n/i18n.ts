import type { Sentence } from '@gandan/domain/errors';
import { createI18n } from 'vue-i18n';
import { messages as access } from '../access/messages.ts';
import { messages as assignments } from '../assignments/messages.ts';
import { messages as audit } from '../audit/messages.ts';
import { messages as entry } from '../entry/messages.ts';
import { messages as second } from '../entry/second/messages.ts';
import { messages as evaluations } from '../evaluations/messages.ts';
import { messages as home } from '../home/messages.ts';
import { messages as households } from '../households/messages.ts';
import { messages as jobs } from '../jobs/messages.ts';
import { messages as meetings } from '../meetings/messages.ts';
import { messages as offices } from '../offices/messages.ts';
import { messages as people } from '../people/messages.ts';
import { messages as petitions } from '../petitions/messages.ts';
import { messages as questionnaires } from '../questionnaires/messages.ts';
import { messages as search } from '../search/messages.ts';
import { messages as sheets } from '../sheets/messages.ts';
import { messages as shell } from '../shell/messages.ts';
import { messages as units } from '../units/messages.ts';
import { messages as users } from '../users/messages.ts';

const features = {
  access,
  assignments,
  audit,
  entry,
  evaluations,
  home,
  households,
  jobs,
  meetings,
  offices,
  people,
  petitions,
  questionnaires,
  search,
  second,
  sheets,
  shell,
  units,
  users,
};
type Features = typeof features;
export type Language = 'vi' | 'en';

const pick = <L extends Language>(language: L) =>
  Object.fromEntries(Object.entries(features).map(([name, both]) => [name, both[language]])) as {
    [F in keyof Features]: Features[F]['vi'];
  };

const STORED = 'gandan.language';
const stored = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'vi');

export const i18n = createI18n({
  legacy: false,
  locale: stored(),
  fallbackLocale: 'vi',
  messages: { vi: pick('vi'), en: pick('en') },
});

/** The language of the words on the screen; kept on this machine. */
export function language(): Language {
  return i18n.global.locale.value === 'en' ? 'en' : 'vi';
}

export function speak(next: Language): void {
  i18n.global.locale.value = next;
  localStorage.setItem(STORED, next);
  document.documentElement.lang = next;
}

/** A sentence that the server wrote in both languages. */
export function inWords(sentence: Sentence): string {
  return sentence[language()];
}
