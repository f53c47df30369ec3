'use strict';
// `node <flags> code-cache.cjs` makes the V8 code cache of the bundle that it lies beside: starts the function with addresses where
// nobody listens and lets it answer requests. `node <flags> code-cache.cjs check` says whether this very node takes the cache: it
// has to be the same version with the same flags, and one that does not fit is passed over in silence.
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const vm = require('node:vm');

const nowhere = {
  PORT: '0',
  MAKE_V8_CACHE: '1',
  ZERODO_HOST: '127.0.0.1',
  ZERODO_APP_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  ZERODO_WORKER_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
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
  collector.listen(0, '127.0.0.1', () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${collector.address().port}`;
    Object.assign(process.env, nowhere, { OTEL_EXPORTER_OTLP_ENDPOINT });
    require('./boot.cjs');
  });
}
