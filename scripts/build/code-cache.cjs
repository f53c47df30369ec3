'use strict';
// `node <flags> code-cache.cjs` makes the V8 code cache of the bundle that it lies beside: starts the function with a database that
// holds nothing and addresses where nobody listens, and lets it answer requests. `node <flags> code-cache.cjs check` says whether this very node takes the cache: it
// has to be the same version with the same flags, and one that does not fit is passed over in silence.
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const path = require('node:path');
const vm = require('node:vm');

const nowhere = {
  PORT: '0',
  MAKE_V8_CACHE: '1',
  ZERODO_HOST: '127.0.0.1',
  ZERODO_FUNCTION_URL: 'http://127.0.0.1:9/{function}',
  ZERODO_WEB_URL: 'http://127.0.0.1:9',
  ZERODO_JWKS_URL: 'http://127.0.0.1:9/jwks',
  ZERODO_ORIGINS: 'http://127.0.0.1:9',
  ZERODO_LOG_LEVEL: 'silent',
};

const files = ['app.js', 'telemetry.js'].map((name) => path.join(__dirname, name));

/** What the function measures while it is warmed up goes here, so that the way there is warm as well. */
const collector = http.createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
});

const said = (type, body = '') => {
  const message = Buffer.from(`${type}....${body}`, 'latin1');
  message.writeUInt32BE(message.length - 1, 1);
  return message;
};
/** What is said to a message of Postgres's protocol (version 3): it worked, and there is no row. */
const answers = {
  P: () => [said('1')],
  B: () => [said('2')],
  D: () => [said('t', '\0\0'), said('n')],
  E: () => [said('C', 'SELECT 0\0')],
  S: () => [said('Z', 'T')],
  Q: (text) => [said('C', 'SELECT 0\0'), said('Z', text.startsWith('begin') ? 'T' : 'I')],
};

/** As much of a Postgres as the driver has to meet before the way to it is warm: it lets everybody in, and all is in transactions. */
const database = net.createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => {
    socket.write(Buffer.concat([said('R', '\0\0\0\0'), said('Z', 'I')]));
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length > 4 && rest.length > rest.readUInt32BE(1)) {
        const end = rest.readUInt32BE(1) + 1;
        const answer = answers[String.fromCharCode(rest[0])];
        if (answer) socket.write(Buffer.concat(answer(rest.toString('latin1', 5, end))));
        rest = rest.subarray(end);
      }
    });
  });
});

if (process.argv[2] === 'check') {
  const isRejected = (file) =>
    new vm.Script(fs.readFileSync(file, 'latin1'), {
      filename: file,
      cachedData: fs.readFileSync(`${file}.v8`),
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }).cachedDataRejected;
  if (files.some(isRejected)) {
    console.error(
      `The V8 code cache does not fit node ${process.version} with ${process.execArgv.join(' ') || 'no flags'}: make both anew.`,
    );
    process.exitCode = 1;
  }
} else {
  const begin = () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${collector.address().port}`;
    const url = `postgres://nobody@127.0.0.1:${database.address().port}/none`;
    Object.assign(process.env, nowhere, {
      OTEL_EXPORTER_OTLP_ENDPOINT,
      ZERODO_APP_DATABASE_URL: url,
      ZERODO_WORKER_DATABASE_URL: url,
    });
    require('./boot.cjs');
  };
  collector.listen(0, '127.0.0.1', () => database.listen(0, '127.0.0.1', begin));
}
