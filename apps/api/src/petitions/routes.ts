import { PlainDateSchema } from '@gandan/domain/calendar';
import { LONGEST_PETITION, PETITION_KINDS, PETITION_STATES } from '@gandan/domain/petitions';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { body, params, query, YearId } from '../frame/validate.ts';
import { act, petition, petitions, receive } from './service.ts';

const sentence = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.normalize('NFC').trim());
const Filter = z.strictObject({ state: z.enum(PETITION_STATES).optional(), overdue: z.stringbool().optional() });
const NewPetition = z.strictObject({
  kind: z.enum(PETITION_KINDS),
  field: sentence(100).pipe(z.string().min(1)),
  content: sentence(LONGEST_PETITION).pipe(z.string().min(1)),
  groupId: z.uuid(),
  householdId: z.uuid().nullable().optional(),
  replyBy: sentence(100).nullable().optional(),
  receivedOn: PlainDateSchema.optional(),
  dueOn: PlainDateSchema.optional(),
});
const text = sentence(LONGEST_PETITION);
const ifSeq = z.number().int().min(1);
const dueOn = PlainDateSchema.exactOptional();
const Move = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assigned'), ownerCadreId: z.uuid(), dueOn, ifSeq }),
  z.strictObject({ kind: z.literal('reclassified'), petitionKind: z.enum(PETITION_KINDS), dueOn, text, ifSeq }),
  z.strictObject({ kind: z.literal('answered'), text, onDate: PlainDateSchema.exactOptional(), ifSeq }),
  z.strictObject({ kind: z.literal('closed'), text: text.exactOptional(), ifSeq }),
  z.strictObject({ kind: z.literal('reopened'), text, dueOn, ifSeq }),
]);

export const petitionRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/',
      allow('petitions.read', 'Kiến nghị, phản ánh, khiếu nại, tố cáo; quá hạn trước'),
      query(Filter),
      async (c) => c.json({ items: await deps.run(c, (work) => petitions(work, c.req.valid('query'))) }),
    )
    .post('/', allow('petitions.write', 'Ghi một kiến nghị nhận ngoài phiếu'), body(NewPetition), async (c) =>
      c.json(await deps.run(c, (work) => receive(work, c.req.valid('json'))), 201),
    )
    .get('/:year/:id', allow('petitions.read', 'Một kiến nghị và quá trình giải quyết'), params(YearId), async (c) => {
      const { year, id } = c.req.valid('param');
      return c.json(await deps.run(c, (work) => petition(work, year, id)));
    })
    .post(
      '/:year/:id/events',
      allow('petitions.write', 'Giao, phân loại lại, trả lời, đóng hoặc mở lại một kiến nghị'),
      params(YearId),
      body(Move),
      async (c) => {
        const { year, id } = c.req.valid('param');
        const { ifSeq: seen, ...move } = c.req.valid('json');
        return c.json(await deps.run(c, (work) => act(work, year, id, move, seen)), 201);
      },
    );
