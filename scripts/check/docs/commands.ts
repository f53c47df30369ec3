import type { Findings } from '../check.ts';
import type { Page } from './page.ts';
import { type Known, needsCluster, wrongWith } from './programs.ts';
import { callsIn } from './shell.ts';

/** Of inline code only what begins like a command is one. */
const command =
  /^(npm (run|start|test)\b|(kubectl|helm|minikube|kind|az|gcloud|oci|doctl) [a-z]|scripts\/setup-)/;

/** What is not to be looked at: `…` stands for something that is left out. */
const whole = (call: string[]): string[] => call.filter((word) => !/^(…|\[.*|<.*>…?|\.\.\.)$/.test(word));

/**
 * Commands of documentation that cannot be what somebody is to type: a program, subcommand or flag that does not exist, or an npm
 * script that is not there. A block that does nothing without a cluster says so behind its marks (`sh cluster`), and no other does.
 */
export function wrongCommands(pages: Page[], known: Known): Findings {
  return pages.flatMap((page) => [
    ...page.blocks
      .filter(({ info }) => /^sh\b/.test(info))
      .flatMap(({ info, text, line }) => {
        const calls = callsIn(text);
        const where = `${page.path}:${line}`;
        return [
          ...marked(info, calls.some(needsCluster)).map((finding) => `${where}: ${finding}`),
          ...calls.flatMap((call) => {
            const wrong = wrongWith(whole(call), known);
            return wrong ? [`${where}: ${call.join(' ').slice(0, 60)}: ${wrong}`] : [];
          }),
        ];
      }),
    ...page.blocks
      .filter(({ info }) => /^(bash|shell|console)\b/.test(info))
      .map(({ info, line }) => `${page.path}:${line}: write sh in place of ${info}`),
    ...page.inline
      .filter((code) => command.test(code))
      .flatMap((code) => {
        const wrong = callsIn(code)
          .map((call) => wrongWith(whole(call), known))
          .find(Boolean);
        return wrong ? [`${page.path}: \`${code.slice(0, 60)}\`: ${wrong}`] : [];
      }),
  ]);
}

function marked(info: string, needed: boolean): string[] {
  if (info !== 'sh' && info !== 'sh cluster') return [`"${info}" is neither sh nor sh cluster`];
  if (needed === (info === 'sh cluster')) return [];
  return [needed ? 'it needs a cluster: mark it ```sh cluster' : 'it needs no cluster: mark it ```sh'];
}
