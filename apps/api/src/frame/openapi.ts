import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { open } from './allow.ts';
import type { Env } from './deps.ts';

const ERROR = {
  description:
    'Một câu nói điều gì xảy ra, ở đâu, làm gì tiếp theo. A sentence: what happened, where, what to do next.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['code', 'sentence', 'places'],
            properties: {
              code: { type: 'string' },
              sentence: { $ref: '#/components/schemas/Sentence' },
              places: { type: 'array', items: { $ref: '#/components/schemas/Place' } },
            },
          },
        },
      },
    },
  },
} as const;

const DOCUMENTATION = {
  openapi: '3.1.0',
  info: {
    title: 'Gần Dân',
    version: '0.1.0',
    description:
      'Phiếu hộ gia đình và đánh giá cuối năm của xã, phường. Household sheets and year-end evaluations of a commune.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  security: [{ session: [] }],
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-gandan-session' } },
    responses: { Error: ERROR },
    schemas: {
      Sentence: {
        type: 'object',
        required: ['vi', 'en'],
        properties: { vi: { type: 'string' }, en: { type: 'string' } },
      },
      Place: {
        type: 'object',
        required: ['sentence'],
        properties: {
          path: { type: 'string' },
          row: { type: 'integer' },
          column: { type: 'string' },
          sentence: { $ref: '#/components/schemas/Sentence' },
        },
      },
    },
  },
} as const;

/**
 * The OpenAPI 3.1 document of an app, from its routes: the policy line gives the summary, the validators the parameters
 * and bodies. The same routes give the same bytes: keys are sorted and nothing of the moment is in it.
 */
export async function openApiDocument(app: Hono<Env>): Promise<object> {
  // hono-openapi's types want mutable arrays; the document is not changed.
  const documentation = structuredClone(DOCUMENTATION) as unknown as object;
  const document = await generateSpecs(app, { documentation, excludeStaticFile: false });
  for (const methods of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(methods ?? {})) {
      if (typeof operation === 'object' && operation !== null && 'operationId' in operation) describeAnswers(operation);
    }
  }
  return sorted(document) as object;
}

function describeAnswers(operation: { responses?: object; tags?: string[]; operationId?: string }): void {
  operation.responses = {
    '2XX': { description: 'Kết quả' },
    '4XX': { $ref: '#/components/responses/Error' },
    '5XX': { $ref: '#/components/responses/Error' },
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** `GET /api/openapi.json`; `app` is asked at the first request, when every feature has been mounted. */
export function openApiRoutes(app: () => Hono<Env>) {
  let document: Promise<object> | undefined;
  return new Hono<Env>().get('/openapi.json', open('Tài liệu OpenAPI 3.1 của các đường dẫn này'), async (c) => {
    document ??= openApiDocument(app());
    return c.json(await document);
  });
}
