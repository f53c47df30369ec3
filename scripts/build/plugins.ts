import type { Plugin } from 'esbuild';

/**
 * Built-ins that cost milliseconds and memory at start and that a function may never touch (TLS, compression, worker threads): loaded at
 * the first property that somebody reads. Our own code imports them as a whole (`import zlib from 'node:zlib'`): what is imported by
 * name is looked up before that, and is not there.
 */
export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?(tls|https|zlib|worker_threads)$/ }, ({ path }) => ({
      path,
      namespace: 'lazy',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, {
        get: (_, key) => (key === '__esModule' ? undefined : process.getBuiltinModule(${JSON.stringify(path)})[key]),
      });`,
    }));
  },
};

/**
 * functions-framework runs every request in a `domain`, which triples its memory and doubles its cost. Our server answers
 * for errors itself, so a domain that only calls through is enough.
 */
export const noDomains: Plugin = {
  name: 'no-domains',
  setup(build) {
    build.onResolve({ filter: /^(node:)?domain$/ }, () => ({ path: 'domain', namespace: 'no-domains' }));
    build.onLoad({ filter: /.*/, namespace: 'no-domains' }, () => ({
      contents: `exports.create = () => ({
        on() { return this; }, add() {}, remove() {}, enter() {}, exit() {},
        run(work, ...args) { return work.apply(this, args); },
        bind: (work) => work,
      });`,
    }));
  },
};

/**
 * OpenTelemetry's SDK is a file of its own beside the bundle, which boot.cjs reads when it is asked for: V8 would otherwise look
 * through all of it at every start, also where nothing is measured.
 */
export const sdkApart: Plugin = {
  name: 'sdk-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/sdk\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'sdk-apart' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'sdk-apart' }, () => ({
      contents: `module.exports = load('telemetry.js');`,
    }));
  },
};
