import type { ServerResponse } from 'node:http';
import { type Problem, problemOf } from '@zerodo/api/problem';
import { type ErrorCode, errors } from '@zerodo/domain/errors';
import { Rejected } from '@zerodo/domain/rejected';
import { Unavailable } from '@zerodo/store/unavailable';
import { Document } from './document.ts';
import { Unreadable } from './unreadable.ts';

/** What a request came to, as a log line and an answer tell it. */
export type Result =
  | { outcome: 'done'; status: 200 | 201; body: object }
  | { outcome: 'refused' | 'unreadable'; code: ErrorCode; problem: Problem }
  | { outcome: 'unavailable'; code: ErrorCode; problem: Problem; retryAfter: number; cause: unknown }
  | { outcome: 'fault'; code: ErrorCode; problem: Problem; cause: unknown };

/** Sorts what was thrown: refused by a rule, unreadable, passing trouble, or a fault of ours. */
export function resultOf(error: unknown): Result {
  if (error instanceof Rejected) {
    return {
      outcome: 'refused',
      code: error.code,
      problem: problemOf(error.code, error.message, error.issues),
    };
  }
  if (error instanceof Unreadable) {
    return {
      outcome: 'unreadable',
      code: error.code,
      problem: problemOf(error.code, error.message, error.issues),
    };
  }
  if (error instanceof Unavailable) {
    const { code, message, cause, retryAfter } = error;
    return { outcome: 'unavailable', code, problem: problemOf(code, message), retryAfter, cause };
  }
  const code = 'internal-error';
  const detail = 'Something went wrong here; nothing was changed.';
  return { outcome: 'fault', code, problem: problemOf(code, detail), cause: error };
}

/** To a person or program that waits: JSON with its version as ETag, a document, or a problem (RFC 9457). */
export function answerCaller(response: ServerResponse, result: Result): void {
  if (result.outcome === 'done' && result.body instanceof Document) {
    sendDocument(response, result.body);
    return;
  }
  if (result.outcome === 'done') {
    const { version } = result.body as { version?: number };
    if (version !== undefined) response.setHeader('etag', `"${version}"`);
    sendJson(response, result.status, result.body, 'application/json');
    return;
  }
  if (result.outcome === 'unavailable') response.setHeader('retry-after', result.retryAfter);
  // RFC 9110, 15.5.2: a 401 says how one could be known.
  if (errors[result.code] === 401) response.setHeader('www-authenticate', 'Bearer');
  sendJson(response, errors[result.code], result.problem, 'application/problem+json');
}

/**
 * To a broker or source: never a body, which a broker takes for a failure, and never 404 or 409,
 * which it repeats. What cannot be read goes to the dead letters at once, with the reason; what a
 * rule refuses is done with; a fault is tried again.
 */
export function answerBroker(response: ServerResponse, result: Result): void {
  if (result.outcome === 'unreadable') {
    response.setHeader('kne-reason', result.code);
    response.statusCode = errors[result.code] === 400 ? 400 : 422;
  } else if (result.outcome === 'unavailable') {
    response.setHeader('retry-after', result.retryAfter);
    response.statusCode = 503;
  } else if (result.outcome === 'fault') {
    response.statusCode = 500;
  } else {
    response.statusCode = 204;
  }
  response.end();
}

function sendDocument(response: ServerResponse, { contentType, body, fileName, etag }: Document): void {
  response.setHeader('etag', etag);
  if (fileName) response.setHeader('content-disposition', `attachment; filename="${fileName}"`);
  sendText(response, 200, body, contentType);
}

export function sendJson(response: ServerResponse, status: number, body: object, contentType: string): void {
  sendText(response, status, JSON.stringify(body), contentType);
}

export function sendText(response: ServerResponse, status: number, text: string, contentType: string): void {
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}
