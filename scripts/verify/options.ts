import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';

export type Options = {
  /** Where people reach the installation, without a slash at the end. */
  url?: string;
  token?: string;
  email?: string;
  json: boolean;
  cluster?: ClusterOptions;
};

/** Where to look at an installation from the inside. */
export type ClusterOptions = {
  namespace: string;
  context?: string;
  /** Where the KafkaTopics of Strimzi are, if they are to be looked at. */
  kafkaNamespace?: string;
  /** Functions that somebody else runs elsewhere, or nobody. */
  except: string[];
};

const usage =
  'npm run verify -- https://todo.example.com [--namespace zerodo]; docs/how-to/verify-an-installation.md';

/**
 * Reads what was typed behind `npm run verify --`. A token may stand in ZERODO_TOKEN, where no list of processes shows it.
 *
 * @throws Complaint about what is not understood
 */
export function readOptions(args: string[], env: Record<string, string | undefined>): Options {
  const { values, positionals } = parsed(args);
  const [address, ...more] = positionals;
  const { namespace, context, 'kafka-namespace': kafkaNamespace, email, json } = values;
  if (more.length > 0) throw new Complaint(`One address at a time: ${usage}`);
  if (!address && !namespace) throw new Complaint(`Say what to verify, an address or a namespace: ${usage}`);
  if (address && !(URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)))
    throw new Complaint(`${address} is no address to open in a browser: ${usage}`);
  const inCluster = { '--context': context, '--kafka-namespace': kafkaNamespace, '--except': values.except };
  const lonely = Object.entries(inCluster).find(([, value]) => value !== undefined)?.[0];
  if (!namespace && lonely) throw new Complaint(`${lonely} needs --namespace: ${usage}`);
  const token = values.token ?? env.ZERODO_TOKEN;
  if (token && email)
    throw new Complaint('Take either a token or --email: a token belongs to somebody already.');
  return {
    ...(address && { url: new URL(address).origin }),
    ...(token && { token }),
    ...(email && { email }),
    json,
    ...(namespace && {
      cluster: {
        namespace,
        ...(context && { context }),
        ...(kafkaNamespace && { kafkaNamespace }),
        except: (values.except ?? []).flatMap((names) => names.split(',')).filter(Boolean),
      },
    }),
  };
}

const parsed = (args: string[]) =>
  readArgs(
    {
      args,
      allowPositionals: true,
      options: {
        token: { type: 'string' },
        email: { type: 'string' },
        json: { type: 'boolean', default: false },
        namespace: { type: 'string' },
        context: { type: 'string' },
        'kafka-namespace': { type: 'string' },
        except: { type: 'string', multiple: true },
      },
    },
    usage,
  );
