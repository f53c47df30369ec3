/** Renders kafka/events (a JSON Schema for each type of the catalogue) and kafka/examples (one valid event of each). */
import { catalogue, type EventType } from '../../functions/lib/domain/events.ts';
import { exampleOf } from './example.ts';
import { print } from './print.ts';
import { schemaOf } from './schema.ts';

const types = Object.keys(catalogue) as EventType[];

const eachType = (render: (type: EventType) => object): Record<string, string> =>
  Object.fromEntries(types.map((type) => [`${type}.json`, print(render(type))]));

/** The files of kafka/events, by name. */
export const renderSchemas = (): Record<string, string> => eachType(schemaOf);

/** The files of kafka/examples, by name. */
export const renderExamples = (): Record<string, string> => eachType(exampleOf);

/** Both folders: paths from the project's root, and what the files say. */
export const renderEvents = (): Map<string, string> =>
  new Map([
    ...Object.entries(renderSchemas()).map(([name, text]) => [`kafka/events/${name}`, text] as const),
    ...Object.entries(renderExamples()).map(([name, text]) => [`kafka/examples/${name}`, text] as const),
  ]);
