import type { ErrorPlace, Sentence } from '@gandan/domain/errors';

/** What the api (or the way to it) refused, as sentences: `sentence` for the page, `places` for its fields. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly sentence: Sentence;
  readonly places: readonly ErrorPlace[];

  constructor(status: number, code: string, sentence: Sentence, places: readonly ErrorPlace[] = []) {
    super(sentence.en);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.places = places;
  }

  /** Somebody else changed the same thing in between: read it again before saving. */
  get stale(): boolean {
    return this.status === 409 && this.code === 'stale';
  }
}

const unreachable: Sentence = {
  vi: 'Chưa nối được với máy chủ. Dữ liệu đang gõ vẫn còn trên màn hình; hãy thử lại sau ít giây.',
  en: 'The server cannot be reached. What you typed is still on the screen; try again in a few seconds.',
};
const unreadable: Sentence = {
  vi: 'Máy chủ trả lời không đọc được. Hãy thử lại; nếu vẫn vậy, báo người quản trị kèm giờ xảy ra.',
  en: 'The answer of the server cannot be read. Try again; if it stays, tell the administrator the time it happened.',
};

/** The network failed before any answer came. */
export function offlineProblem(): ApiProblem {
  return new ApiProblem(0, 'offline', unreachable);
}

/** An answer that is not a success → what it says, or a sentence of ours when it says nothing. */
export async function problemOf(response: { readonly status: number; text(): Promise<string> }): Promise<ApiProblem> {
  const { status } = response;
  if (status === 502 || status === 503 || status === 504) return new ApiProblem(status, 'unavailable', unreachable);
  try {
    const { error } = JSON.parse(await response.text()) as {
      error: { code: string; sentence: Sentence; places?: ErrorPlace[] };
    };
    return new ApiProblem(status, error.code, error.sentence, error.places ?? []);
  } catch {
    return new ApiProblem(status, 'unreadable', unreadable);
  }
}

/** Anything thrown → a problem that can be shown. */
export function asProblem(thrown: unknown): ApiProblem {
  return thrown instanceof ApiProblem ? thrown : new ApiProblem(500, 'defect', unreadable);
}
