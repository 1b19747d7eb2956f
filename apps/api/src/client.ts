import { hc } from 'hono/client';
import type { App } from './app.ts';

export type { App } from './app.ts';
export type { ErrorBody } from './frame/errors.ts';

/** The typed client of the api: `createClient('/').api.groups.$get()`. Only types of the server come along. */
export const createClient = (...args: Parameters<typeof hc>): ReturnType<typeof hc<App>> => hc<App>(...args);
