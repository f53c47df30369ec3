import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const functions = fileURLToPath(new URL('../../', import.meta.url));
/** Who opens connections, and to what: everything else goes through them. */
const doors = {
  'lib/runtime/outbound.ts': 'what people give us',
  'lib/runtime/http-json.ts': 'functions and the web, by settings',
};
const opens =
  /\bfetch\(|^import (?!type)\w+.* from 'node:(https?|http2|net|tls|dgram)'|\b(createConnection|WebSocket)\(|from '(undici|axios|got|node-fetch)'/m;

describe('the way out', () => {
  it('leads through one door for addresses that people give us', async () => {
    const found: string[] = [];
    for await (const file of glob('**/*.ts', {
      cwd: functions,
      exclude: (name) => name === 'node_modules',
    })) {
      const isTest = /\.test\.ts$|(^|\/)test-[\w-]+\.ts$|(^|\/)testing(\/|\.ts$)/.test(file);
      if (!isTest && opens.test(readFileSync(functions + file, 'utf8'))) found.push(file);
    }

    expect(found.sort()).toEqual(Object.keys(doors).sort());
  });
});
