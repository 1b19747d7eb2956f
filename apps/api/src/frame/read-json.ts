import { DomainError } from '@gandan/domain/errors';

const DEEPEST = 32;

const unreadable = (code: string, vi: string, en: string) => new DomainError('invalid', code, { vi, en });

/** The JSON of a request: its media type must say so, it must parse, and nest no deeper than 32. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw unreadable(
      'json.media-type',
      'Nội dung gửi lên phải là JSON (Content-Type: application/json).',
      'The body must be JSON (Content-Type: application/json).',
    );
  }
  return parseJson(await request.text(), () =>
    unreadable('json.syntax', 'JSON gửi lên không đọc được.', 'The JSON cannot be parsed.'),
  );
}

/** The value of a JSON text that nests no deeper than 32. */
export function parseJson(text: string, badSyntax: () => DomainError): unknown {
  if (depth(text) > DEEPEST) {
    throw unreadable('json.depth', 'JSON gửi lên lồng quá sâu (quá 32 lớp).', 'The JSON nests deeper than 32 levels.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw badSyntax();
  }
}

/** How deep brackets nest, outside of strings: counted before parsing, so that a deep text costs nothing. */
export function depth(text: string): number {
  let level = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) deepest = Math.max(deepest, ++level);
    else if (char === 0x7d || char === 0x5d) level--;
  }
  return deepest;
}
