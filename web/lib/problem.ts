/** A refusal as RFC 9457 has it, with a stable `code`, as the API answers it too. */
export function problem(status: number, code: string, detail: string): Response {
  const words = code.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return Response.json(
    { type: `urn:zerodo:error:${code}`, title, status, code, detail },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  );
}
