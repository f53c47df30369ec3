import { type NextRequest, NextResponse } from 'next/server';
import { askedPath } from './lib/come-back.ts';
import { contentSecurityPolicy, securityHeaders } from './lib/security-headers.ts';

/** The pages that a service worker may show without a connection: those of a person's tasks. */
const isKept = (path: string): boolean => !/^\/($|sign-|reset-|settings|offline|sw\.js)/.test(path);

/**
 * Every page gets a nonce of its own: Next puts it on its scripts when it finds it in the policy of
 * the request.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);

  const forwarded = new Headers(request.headers);
  forwarded.set('content-security-policy', policy);
  forwarded.set(askedPath, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: forwarded } });

  response.headers.set('content-security-policy', policy);
  if (isKept(request.nextUrl.pathname)) response.headers.set('zerodo-page', '1');
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: '/((?!api/|_next/static/).*)' };
