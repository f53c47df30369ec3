import type { SettingsWords } from '../words/settings-words.ts';

/** `dev.zerodo.task.created.v1`: what it is about and what happened. */
export function partsOf(type: string): { noun: string; verb: string } {
  const [noun = '', verb = ''] = type.split('.').slice(2);
  return { noun, verb };
}

/** "Tasks: created"; a type that has no words yet is said as it is. */
export function typeInWords(type: string, { noun: nouns, verb: verbs }: SettingsWords['webhooks']): string {
  const { noun, verb } = partsOf(type);
  return nouns[noun] && verbs[verb] ? `${nouns[noun]}: ${verbs[verb]}` : `${noun} ${verb}`;
}

/** Types by what they are about, in their order. */
export function byNoun(types: readonly string[]): [noun: string, types: string[]][] {
  const groups = new Map<string, string[]>();
  for (const type of types) {
    const { noun } = partsOf(type);
    groups.set(noun, [...(groups.get(noun) ?? []), type]);
  }
  return [...groups];
}
