/** What every field takes. `error` is the sentence of what is wrong and what to write instead. */
export interface FieldProps {
  label: string;
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** Says “không bắt buộc” beside the label; fields are required unless they say so. */
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
}

/** ids of the texts that describe a control, for `aria-describedby`. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}
