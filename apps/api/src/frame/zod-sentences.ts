import type { ErrorPlace } from '@gandan/domain/errors';
import { z } from 'zod';

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;
type Issue = z.core.$ZodIssue;
const MOST_KEYS = 10;
const LONGEST_KEY = 60;

/** What zod found, as places with a sentence in both languages; a schema's own message is taken as Vietnamese for both. */
export function placesOf(error: z.ZodError): ErrorPlace[] {
  return error.issues.flatMap(nearest).map((issue) => ({
    path: issue.path.join('.'),
    sentence: {
      vi: `${at(issue, 'Ở')}${text(vietnamese, issue)}`,
      en: `${at(issue, 'At')}${text(english, issue)}`,
    },
  }));
}

/** Of several forms that a value may have, what is wrong with the one that it is nearest to. */
function nearest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
  if (best === undefined || best.length === 0) return [issue];
  return best.flatMap((inner) => nearest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Many unknown fields need not all be named: an answer is no longer for a body made of them. */
function fewKeys(issue: Issue): Issue {
  if (issue.code !== 'unrecognized_keys') return issue;
  return { ...issue, keys: issue.keys.slice(0, MOST_KEYS).map((key) => key.slice(0, LONGEST_KEY)) };
}

function at(issue: Issue, word: string): string {
  return issue.path.length === 0 ? '' : `${word} “${issue.path.join('.')}”: `;
}

function text(locale: z.core.$ZodErrorMap, issue: Issue): string {
  const standard = sentence(english, issue);
  // A message written in a schema is the office's own sentence and stands for both languages.
  return issue.message !== standard ? issue.message : sentence(locale, fewKeys(issue));
}

function sentence(locale: z.core.$ZodErrorMap, issue: Issue): string {
  const made = locale(issue as z.core.$ZodRawIssue);
  return (typeof made === 'string' ? made : made?.message) ?? issue.message;
}
