import type { Plugin } from 'esbuild';

/** What is left of the parts of the runtime that measure, where nobody ever thought of it. */
const stubs: Record<string, string> = {
  'telemetry/open.ts': `
    export const openTelemetry = async () => ({ close: async () => {} });
    export const noteStart = () => {};`,
  'telemetry/record.ts': `
    export const count = () => {};
    export const observe = () => {};
    export const set = () => {};
    export const watch = () => {};`,
  'telemetry/deeds.ts': `
    export const countFacts = () => {};
    export const secondsSince = () => 0;`,
  'telemetry/database.ts': 'export const measuredPool = (sql) => sql;',
  'runtime/trace.ts': `
    import { randomBytes } from 'node:crypto';
    const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
    export const SpanKind = {};
    export function beginStep(_, { parent }) {
      const [, known, , flags = '01'] = form.exec(parent ?? '') ?? [];
      const traceId = known ?? randomBytes(16).toString('hex');
      const traceparent = \`00-\${traceId}-\${randomBytes(8).toString('hex')}-\${flags}\`;
      return { traceId, traceparent, run: (work) => work(), note() {}, end() {} };
    }
    export const traceIdOf = (traceparent) => form.exec(traceparent ?? '')?.[1] ?? null;
    export const activeTraceparent = () => null;
    export const linkTraces = () => {};`,
};

/** A bundle without OpenTelemetry and without whatever calls it: what its being there, switched off, is compared with. */
export const withoutTelemetry: Plugin = {
  name: 'without-telemetry',
  setup(build) {
    build.onLoad({ filter: /\/runtime\/(telemetry\/|trace\.ts$)/ }, ({ path }) => {
      const stub = Object.entries(stubs).find(([end]) => path.endsWith(end));
      return stub ? { contents: stub[1], loader: 'ts' } : undefined;
    });
  },
};
