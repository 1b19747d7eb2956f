import { type TestDatabase, testDatabase } from '@gandan/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { openApiDocument } from './openapi.ts';
import { type TestApp, testApp } from './testing.ts';

describe('/api/openapi.json', () => {
  let t: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    t = await testDatabase();
    app = await testApp(t, { as: 'nobody' });
  });
  afterAll(async () => {
    await app.close();
    await t.drop();
  });

  it('is OpenAPI 3.1 and describes the routes with their parameters and bodies', async () => {
    const { body, status } = await app.get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1/);
    const signIn = body.paths['/api/session'].post;
    expect(signIn.summary).toContain('Đăng nhập');
    expect(signIn.requestBody.content['application/json'].schema.additionalProperties).toBe(false);
    expect(body.paths['/api/setup/communes'].get.parameters).toContainEqual(
      expect.objectContaining({ in: 'query', name: 'province', required: true }),
    );
    const ids = Object.values(body.paths).flatMap((methods) =>
      Object.values(methods as object).map((operation: { operationId: string }) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same text every time', async () => {
    const again = await openApiDocument(createApp(app.deps));
    expect(JSON.stringify(again)).toBe(JSON.stringify((await app.get('/api/openapi.json')).body));
  });
});
