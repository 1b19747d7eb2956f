import { DomainError, type ErrorPlace } from '@gandan/domain/errors';
import type { Context, MiddlewareHandler } from 'hono';
import type { InferInput } from 'hono/validator';
import { describeRoute } from 'hono-openapi';
import { z } from 'zod';
import type { Env } from './deps.ts';
import { readJson } from './read-json.ts';
import { placesOf } from './zod-sentences.ts';

type Checked<Target extends string, In, Out> = MiddlewareHandler<
  Env,
  string,
  { in: { [T in Target]: In }; out: { [T in Target]: Out } }
>;

/** The JSON body, checked: `c.req.valid('json')`. Schemas are strict objects; an unknown field is refused by name. */
export function body<S extends z.ZodType>(schema: S): Checked<'json', z.input<S>, z.output<S>> {
  return described(
    {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(schema) } } },
    },
    async (c) => c.req.addValidatedData('json', check(schema, await readJson(c.req.raw)) as object),
  );
}

/** The query string, checked: `c.req.valid('query')`. Values arrive as text: use `z.coerce` or `z.string()`. */
export function query<S extends z.ZodObject>(
  schema: S,
): Checked<'query', InferInput<z.input<S>, 'query'>, z.output<S>> {
  return described({ parameters: parameters(schema, 'query') }, (c) => {
    const once = Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]);
    c.req.addValidatedData('query', check(schema, Object.fromEntries(once)));
  });
}

/** The parts of the path, checked: `c.req.valid('param')`. A wrong id is a record that is not there: 404. */
export function params<S extends z.ZodObject>(
  schema: S,
): Checked<'param', InferInput<z.input<S>, 'param'>, z.output<S>> {
  return described({ parameters: parameters(schema, 'path') }, (c) => {
    const result = schema.safeParse(c.req.param());
    if (!result.success) {
      throw new DomainError('not-found', 'not-found', {
        vi: 'Không tìm thấy mục này: địa chỉ không đúng.',
        en: 'There is no such thing: the address is not right.',
      });
    }
    c.req.addValidatedData('param', result.data);
  });
}

/** `:id` of nearly every route. */
export const Id = z.strictObject({ id: z.uuid() });
/** `:year/:id` of the records that belong to a year. */
export const YearId = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199), id: z.uuid() });

/** The version that the change is based on, from `If-Match: "3"`: `c.req.valid('header').version`. */
export function ifMatch(): Checked<'header', { 'If-Match': string }, { version: number }> {
  const parameter = { in: 'header', name: 'If-Match', required: true, schema: { type: 'string' } } as const;
  return described({ parameters: [parameter] }, (c) => {
    const match = /^"?(\d{1,9})"?$/.exec(c.req.header('If-Match') ?? '');
    if (match === null) {
      throw new DomainError('invalid', 'if-match', {
        vi: 'Thiếu phiên bản của mục đang sửa (If-Match). Hãy tải lại trang rồi sửa tiếp.',
        en: 'The version of what is changed is missing (If-Match: "version"). Reload the page, then make your change.',
      });
    }
    c.req.addValidatedData('header', { version: Number(match[1]) });
  });
}

/** Checks a value against a schema outside of a route (the command line); refuses with the places that are wrong. */
export function check<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw invalidInput(placesOf(result.error));
}

export function invalidInput(places: readonly ErrorPlace[]): DomainError {
  const first = places[0]?.sentence;
  return new DomainError(
    'invalid',
    'input.invalid',
    {
      vi: `Có ${places.length} chỗ chưa đúng.${first ? ` ${first.vi}` : ''}`,
      en: `${places.length} ${places.length === 1 ? 'value is' : 'values are'} not right.${first ? ` ${first.en}` : ''}`,
    },
    places,
  );
}

type Spec = Parameters<typeof describeRoute>[0];

// The types of the validated data are claimed by the callers above, each for its own target.
function described<H>(spec: Spec, read: (c: Context<Env>) => void | Promise<void>): H {
  const handler: MiddlewareHandler<Env> = async (c, next) => {
    await read(c);
    await next();
  };
  return Object.assign(handler, describeRoute(spec)) as H;
}

function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest as object;
}

function parameters(schema: z.ZodObject, place: 'query' | 'path') {
  return Object.entries(schema.shape).map(([name, field]) => ({
    in: place,
    name,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: jsonSchema(field),
  }));
}
