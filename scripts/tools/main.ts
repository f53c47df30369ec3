/** `npm run tools`: finds the tools of `npm run check`, and builds or fetches those that are not here. */
import { neededTools, toolPath } from './tools.ts';

const found = await Promise.all(neededTools().map(async (name) => ({ name, ...(await toolPath(name)) })));
for (const { name, path, reason } of found) {
  if (path === undefined) console.error(`  ✗ ${reason}`);
  else console.log(`  ${name}: ${path}`);
}
if (found.some(({ path }) => path === undefined)) process.exitCode = 1;
