/** `npm run format`: formats, sorts imports and applies what the linter can put right by itself. */
import { tool } from '../tool.ts';

process.exitCode = await tool('biome', ['check', '--write', ...process.argv.slice(2)]);
