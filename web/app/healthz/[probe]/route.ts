/** The same probes that functions have, `/healthz/live` and `/healthz/ready`: the process can answer. They ask no database. */
export async function GET(_: Request, { params }: { params: Promise<{ probe: string }> }): Promise<Response> {
  const { probe } = await params;
  return new Response(null, { status: probe === 'live' || probe === 'ready' ? 200 : 404 });
}
