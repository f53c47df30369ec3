/** `npm run tools`: finds the tools that check the manifests, and builds or fetches those that are not here. */
import { toolNames } from './pins.ts';
import { toolPath } from './tools.ts';

const found = await Promise.all(toolNames.map(async (name) => ({ name, ...(await toolPath(name)) })));
for (const { name, path, reason } of found) {
  if (path === undefined) console.error(`  ✗ ${reason}`);
  else console.log(`  ${name}: ${path}`);
}
if (found.some(({ path }) => path === undefined)) process.exitCode = 1;
