import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** A module that is loaded at the first property that somebody reads, or when it is called; `load` is an expression. */
const lazily = (load: string): string => `let loaded;
  const real = () => (loaded ??= ${load});
  module.exports = new Proxy(function () {}, {
    get: (_, key) => (key === '__esModule' ? undefined : real()[key]),
    apply: (_, self, given) => Reflect.apply(real(), self, given),
    construct: (_, given) => Reflect.construct(real(), given),
  });`;

/**
 * Built-ins that cost milliseconds and memory at start and that a function may never touch (TLS, compression, assertions). Our own code
 * imports them as a whole (`import zlib from 'node:zlib'`): what is imported by name is looked up before that, and is not there.
 */
export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?(tls|https|zlib|assert)$/ }, ({ path }) => ({
      path,
      namespace: 'lazy',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: lazily(`process.getBuiltinModule(${JSON.stringify(path)})`),
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
 * What libraries ask for and no function has a use for, with what is enough of it. Our server has read a body before the framework
 * sees it, so its parser has nothing to do, and would bring half a megabyte of character sets. What is only told to developers is
 * not told here. And pino and depd ask where they were called from: to know the line, V8 reads all of the bundle once more,
 * which is 5 ms each.
 */
const enough: Record<string, string> = {
  'body-parser': `const nothing = () => (request, response, next) => next();
    module.exports = { json: nothing, raw: nothing, text: nothing, urlencoded: nothing };`,
  debug: `module.exports = () => Object.assign(() => {}, { enabled: false });`,
  depd: `module.exports = () => Object.assign(() => {}, { function: (deprecated) => deprecated, property() {} });`,
  './lib/caller': `module.exports = () => [];`,
  './caller': `module.exports = () => [];`,
  // pino asks whether it is in the main thread, for which Node would load all that threads are made of.
  worker_threads: `exports.isMainThread = true;`,
};

export const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(build) {
    build.onResolve(
      { filter: /^(body-parser|debug|depd|\.\/(lib\/)?caller|worker_threads)$/ },
      ({ path }) => ({
        path,
        namespace: 'without-unused',
      }),
    );
    build.onLoad({ filter: /.*/, namespace: 'without-unused' }, ({ path }) => ({ contents: enough[path]! }));
  },
};

/**
 * Packages that Express asks for at once and that none of our answers comes to need (the media types of files, query strings, files): run at
 * the first property that somebody reads.
 */
export const lazyPackages: Plugin = {
  name: 'lazy-packages',
  setup(build) {
    const itself = 'lazy-packages: itself';
    build.onResolve(
      { filter: /^(accepts|content-disposition|http-errors|mime-types|qs|send|serve-static)$/ },
      async ({ path, resolveDir, kind, pluginData }) => {
        if (pluginData === itself) return undefined;
        const { path: real } = await build.resolve(path, { resolveDir, kind, pluginData: itself });
        return { path: real, namespace: 'lazy-packages' };
      },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-packages' }, ({ path }) => ({
      resolveDir: dirname(path),
      contents: lazily(`require(${JSON.stringify(path)})`),
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
