import { Readable } from 'node:stream';
import { require } from '@gandan/domain/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { Id, params, query } from '../frame/validate.ts';
import { disposition } from './disposition.ts';

const Download = z.strictObject({ inline: z.enum(['0', '1']).optional() });
// What a browser may show in the page; everything else is only saved.
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** Files that jobs made: whoever sees the job's list of the commune, or made the file himself. */
export const fileRoutes = (deps: Deps) =>
  new Hono<Env>().get('/:id', allow('jobs.read', 'Tải một tệp'), params(Id), query(Download), async (c) => {
    const file = await deps.run(c, async (work) => {
      const row = await deps.files.find(work, c.req.valid('param').id);
      require(work.actor, 'jobs.read', { communeId: row.communeId, createdBy: row.createdBy });
      return row;
    });
    const inline = c.req.valid('query').inline === '1' && SHOWN.has(file.mediaType);
    c.header('Content-Type', file.mediaType);
    c.header('Content-Length', String(file.size));
    c.header('Content-Disposition', disposition(file.name, inline));
    return c.body(Readable.toWeb(deps.files.open(file)) as ReadableStream);
  });
