import { join } from 'node:path';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { need } from '../check.ts';

/** What a program has against a file, by the file's name. */
export type Objection = { file: string; rule: string; sentence: string };

const actionlintShape = z.array(
  z.object({ message: z.string(), filepath: z.string(), line: z.int(), kind: z.string() }),
);

/** What actionlint has against workflows, the scripts in them included (shellcheck). `folder` has a .github of its own. */
export async function actionlint(folder: string, files: string[]): Promise<Objection[]> {
  const [program, shellcheck] = await Promise.all([need('actionlint'), need('shellcheck')]);
  const paths = files.map((file) => join(folder, '.github', 'workflows', file));
  const args = ['-no-color', '-format', '{{json .}}', '-shellcheck', shellcheck, '-pyflakes', ''];
  const { said, complained } = await ask(program, [...args, ...paths]);
  if (said.trim() === '') throw new Error(`actionlint could not judge: ${complained}`);
  return actionlintShape.parse(JSON.parse(said)).map(({ filepath, line, kind, message }) => ({
    file: nameOf(filepath),
    rule: kind,
    sentence: `line ${line}: ${message}`,
  }));
}

const zizmorShape = z.array(
  z.looseObject({
    ident: z.string(),
    desc: z.string(),
    locations: z.array(
      z.looseObject({
        symbolic: z.looseObject({
          key: z.looseObject({ Local: z.looseObject({ verbatim_path: z.string().optional() }).optional() }),
        }),
        concrete: z.looseObject({
          location: z.looseObject({ start_point: z.looseObject({ row: z.int() }) }),
        }),
      }),
    ),
  }),
);

/** What zizmor has against everything in `folder`/.github, however pedantic; it asks nobody on a network. */
export async function zizmor(folder: string): Promise<Objection[]> {
  const program = await need('zizmor');
  const how = ['--offline', '--persona=pedantic', '--no-progress', '--strict-collection', '--format=json-v1'];
  const { said, complained } = await ask(program, [...how, '--quiet', join(folder, '.github')]);
  if (said.trim() === '') throw new Error(`zizmor could not judge: ${complained}`);
  return zizmorShape.parse(JSON.parse(said)).map(({ ident, desc, locations }) => {
    const { symbolic, concrete } = locations.at(-1)!;
    return {
      file: nameOf(symbolic.key.Local?.verbatim_path ?? ''),
      rule: ident,
      sentence: `line ${concrete.location.start_point.row + 1}: ${desc}`,
    };
  });
}

const nameOf = (path: string): string =>
  path
    .split('.github/')
    .at(-1)!
    .replace(/^workflows\//, '');
