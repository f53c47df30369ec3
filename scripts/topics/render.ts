/** Renders the generated files of kafka/strimzi. Called by `npm run generate`. */
import type { FunctionShape } from '../render/functions.ts';
import { root } from '../tool.ts';
import { readTopics, withReplicas } from './catalogue.ts';
import { strimziTopics } from './strimzi-topics.ts';
import { strimziUsers } from './strimzi-users.ts';
import { kafkaUsers, oneUser } from './users.ts';

/** What is applied beside a cluster: three nodes or, for development, one; users one by one, or one for all. */
export async function renderStrimzi(functions: readonly FunctionShape[]): Promise<Record<string, string>> {
  const topics = await readTopics(root);
  const users = kafkaUsers(functions);
  return {
    'topics.yaml': strimziTopics(topics),
    'topics-development.yaml': strimziTopics(withReplicas(topics, 1)),
    'users.yaml': strimziUsers(users),
    'one-user.yaml': strimziUsers([oneUser(users)]),
  };
}
