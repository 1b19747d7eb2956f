import { createClient } from '@gandan/api/client';
import { ApiProblem, offlineProblem, problemOf } from './problem.ts';

/** The typed client: `call(api.groups.$get())`. */
export const { api } = createClient('/');

interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
  text(): Promise<string>;
}

let whenSignedOut: () => void = () => {};
/** What to do when the session has ended in between (the shell leads to the sign-in page). */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

/** The answer's body, or an `ApiProblem` with the sentence to show. */
export async function call<T>(request: Promise<Answer<T>>): Promise<T> {
  let response: Answer<T>;
  try {
    response = await request;
  } catch {
    throw offlineProblem();
  }
  if (response.ok) return response.status === 204 ? (undefined as T) : await response.json();
  const problem = await problemOf(response);
  if (problem.status === 401) whenSignedOut();
  throw problem;
}

/** Header of a change: only if nobody changed the row since `version` was read. `{ param, header: ifVersion(3), json }` */
export function ifVersion(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** Sends a file as it is; the api reads its name from a header (percent-encoded, headers hold no Vietnamese). */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  return call<T>(
    fetch(path, {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
    }),
  );
}

export { ApiProblem };
