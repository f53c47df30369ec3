'use strict';
// A function that the tests of the runner start: it tells its process id, waits on demand, breaks on demand, and drains.
const http = require('node:http');
const fs = require('node:fs');

if (process.env.BREAK_WHILE && fs.existsSync(process.env.BREAK_WHILE)) process.exit(3);
if (process.env.STARTS) fs.appendFileSync(process.env.STARTS, `${process.pid}\n`);

/** The file names events and what each is answered with; where it names none, every event is refused. */
function statusFor(id) {
  if (!fs.existsSync(process.env.REFUSE)) return 204;
  const lines = fs.readFileSync(process.env.REFUSE, 'utf8').split('\n').filter(Boolean);
  if (lines.length === 0) return 422;
  return Number(lines.find((line) => line.startsWith(id))?.split(' ')[1] ?? 204);
}

const server = http.createServer(async (request, response) => {
  if (request.url === '/healthz/ready') return response.end();
  if (request.url === '/die') process.kill(process.pid, 'SIGKILL');
  if (request.url === '/stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: first\n\n');
    return; // The rest never comes.
  }
  if (request.url === '/never') return;
  const body = [];
  for await (const chunk of request) body.push(chunk);
  const { host, ...headers } = request.headers;
  if (headers['ce-id'] && process.env.SEEN) {
    fs.appendFileSync(process.env.SEEN, `${headers['ce-type']} ${headers['ce-id']}\n`);
    const status = statusFor(headers['ce-id']);
    return response
      .writeHead(status, { 'kne-reason': 'test' })
      .end(status === 204 ? undefined : 'no, thank you');
  }
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({ pid: process.pid, url: request.url, headers, body: Buffer.concat(body).toString() }),
  );
});
setTimeout(() => server.listen(process.env.PORT), Number(process.env.START_MS ?? 0));
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
process.stdin.on('end', () => process.exit(0)).resume();
