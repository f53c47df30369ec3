import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@zerodo/testing/database';
import { testFunction } from '@zerodo/testing/functions';
import { afterAll, expect, it } from 'vitest';
import apiGateway from '../../functions/api-gateway/handle.ts';
import { walks } from './walks.ts';

walks('the page that shows the API', async ({ device }) => {
  const asked: string[] = [];
  /** Everybody is somebody, and every function answers with one task. */
  const inside = createServer((request, response) => {
    asked.push(request.url!);
    const claims = Buffer.from(
      JSON.stringify({ sub: '0198b6a4-0000-7000-8000-000000000001', scope: 'read write' }),
    ).toString('base64url');
    const body = request.url?.startsWith('/api/auth')
      ? { token: `h.${claims}.s`, expiresAt: new Date(Date.now() + 120_000) }
      : { items: [], nextCursor: null };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const base = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  afterAll(() => inside.close());
  const gateway = testFunction(apiGateway, testDatabase(), {
    env: { ZERODO_WEB_URL: base, ZERODO_FUNCTION_URL: `${base}/{function}`, ZERODO_ORIGINS: base },
  });

  it('shows every noun, tries out a request with the session, and asks nobody else', async () => {
    const context = await device({ baseURL: gateway.url() });
    await context.addCookies([{ name: 'better-auth.session_token', value: 'mine', url: gateway.url() }]);
    const page = await context.newPage();
    await page.goto('/api/v1/docs');

    await page.locator('#operations-Tasks-getTasks, #operations-tag-Tasks').first().waitFor();
    await page.locator('#operations-tag-Tasks').click();
    await page.locator('#operations-Tasks-getTasks .opblock-summary-control').click();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('button', { name: 'Execute' }).click();

    await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    expect(asked).toEqual(['/api/auth/exchange', '/task-query/list-tasks']);
  });
});
