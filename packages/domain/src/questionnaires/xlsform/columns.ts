/**
 * Names of columns and settings in XLSForm, with the ways in which people and older tools write them. What is not here is
 * told as unknown.
 */

/** A header understood: `label::Vietnamese (vi)` → `{ key: 'label', language: 'Vietnamese (vi)' }`. */
export interface Header {
  readonly key: string;
  readonly language?: string;
}

const SURVEY: Readonly<Record<string, string>> = {
  type: 'type',
  command: 'type',
  name: 'name',
  tag: 'name',
  value: 'name',
  label: 'label',
  caption: 'label',
  hint: 'hint',
  guidance_hint: 'guidance_hint',
  required: 'required',
  required_message: 'required_message',
  requiredmsg: 'required_message',
  'jr:requiredmsg': 'required_message',
  relevant: 'relevant',
  relevance: 'relevant',
  skip_logic: 'relevant',
  constraint: 'constraint',
  constraint_message: 'constraint_message',
  constraining_message: 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  choice_filter: 'choice_filter',
  calculation: 'calculation',
  calculate: 'calculation',
  default: 'default',
  read_only: 'read_only',
  readonly: 'read_only',
  appearance: 'appearance',
  parameters: 'parameters',
  repeat_count: 'repeat_count',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  rows: 'rows',
  list_name: 'list_name',
  listname: 'list_name',
  image: 'media::image',
  'big-image': 'media::big-image',
  audio: 'media::audio',
  video: 'media::video',
  media: 'media',
  autoplay: 'autoplay',
  trigger: 'trigger',
  save_to: 'save_to',
  'entities:saveto': 'save_to',
  disabled: 'disabled',
  intent: 'intent',
  noapperrorstring: 'no_app_error_string',
  no_app_error_string: 'no_app_error_string',
  compact_tag: 'compact_tag',
  sms_field: 'sms',
  sms_option: 'sms',
  sms_separator: 'sms',
  sms_allow_media: 'sms',
  sms_date_format: 'sms',
  sms_datetime_format: 'sms',
  sms_response: 'sms',
};

const CHOICES: Readonly<Record<string, string>> = {
  list_name: 'list_name',
  listname: 'list_name',
  list: 'list_name',
  name: 'name',
  value: 'name',
  label: 'label',
  caption: 'label',
  image: 'media::image',
  'big-image': 'media::big-image',
  audio: 'media::audio',
  video: 'media::video',
  media: 'media',
};

const SETTINGS: Readonly<Record<string, string>> = {
  form_title: 'form_title',
  title: 'form_title',
  set_form_title: 'form_title',
  form_id: 'form_id',
  id_string: 'form_id',
  set_form_id: 'form_id',
  default_language: 'default_language',
};

const TABLES = { survey: SURVEY, choices: CHOICES, settings: SETTINGS } as const;

/** Columns that hold words and may stand once a language. */
const TRANSLATED = new Set(['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message']);

/** The name space of what XLSForm has no word for; other tools pass such columns over. */
export const OWN = 'gandan::';

const LONGEST_HEADER = 200;

/** A header of a sheet understood, whatever its case, spaces and colons; an unknown one keeps its own words as key. */
export function readHeader(text: string, sheet: keyof typeof TABLES): Header {
  const clean = text.replace(/\s+/gu, ' ').trim();
  const lower = clean.toLowerCase();
  if (clean.length > LONGEST_HEADER) return { key: lower };
  if (lower.startsWith(OWN)) return ownHeader(clean.slice(OWN.length));
  const known = TABLES[sheet];
  const find = (words: string) =>
    known[words] ?? known[words.replace(/[ -]/gu, '_')] ?? known[words.replace(/[ _]/gu, '-')];
  const whole = find(lower) ?? find(lower.replace(/^(?:bind|control|body|media)::?/u, ''));
  if (whole !== undefined) return { key: whole };
  const parts = clean.split(/\s*::?\s*/u);
  const prefix = /^(?:bind|control|body|media)$/iu.test(parts[0] ?? '') ? 1 : 0;
  for (let size = parts.length - 1; size > prefix; size -= 1) {
    const key = find(parts.slice(prefix, size).join(':').toLowerCase());
    if (key === undefined) continue;
    const language = parts.slice(size).join(':');
    return TRANSLATED.has(key) || key.startsWith('media') ? { key, language } : { key: lower };
  }
  return { key: lower };
}

function ownHeader(rest: string): Header {
  const [key = '', ...language] = rest.split('::');
  return { key: `${OWN}${key.toLowerCase()}`, ...(language.length === 0 ? {} : { language: language.join('::') }) };
}

export type Language = 'vi' | 'en' | 'other';

/** Which of our two languages a language column is written in: `Vietnamese (vi)`, `vi`, `Tiếng Việt`, `English (en)`. */
export function languageOf(name: string): Language {
  const words = name.normalize('NFC').toLowerCase().trim();
  const code =
    /\(([a-z]{2,3})(?:[-_][a-z0-9]+)?\)\s*$/u.exec(words)?.[1] ?? /^([a-z]{2,3})(?:[-_][a-z0-9]+)?$/u.exec(words)?.[1];
  if (code === 'vi' || code === 'vie') return 'vi';
  if (code === 'en' || code === 'eng') return 'en';
  if (code !== undefined && code.length === 2) return 'other';
  if (/vi[eệ]t/u.test(words)) return 'vi';
  if (/english|tiếng anh/u.test(words)) return 'en';
  return 'other';
}
