import type { ServerResponse } from 'node:http';
import type { WebVitals } from '@zerodo/domain/web-vitals';
import { sendJson } from '@zerodo/runtime/answer';
import { observe } from '@zerodo/runtime/telemetry/record';

/** Turns what a browser has measured into metrics; nobody else is told, and nothing is kept. */
export function noteVitals({ page, vitals }: WebVitals, response: ServerResponse): void {
  for (const { name, value } of vitals) {
    const inUnit = name === 'cls' ? value : value / 1000;
    observe(`browser.web_vital.${name}`, inUnit, { 'browser.page': page });
  }
  response.setHeader('cache-control', 'no-store');
  sendJson(response, 200, {}, 'application/json');
}
