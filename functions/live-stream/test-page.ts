import { get, type IncomingMessage } from 'node:http';

export type Told = { id?: string; event?: string; data?: Record<string, unknown> };

/** A page that listens: what its stream has told it so far, and whether it is still open. */
export type TestPage = {
  response: IncomingMessage;
  told: Told[];
  text: () => string;
  ended: () => boolean;
  leave: () => void;
};

/** Reads server-sent events as a browser does, without coming back by itself. */
export function openPage(url: string, headers: Record<string, string>): Promise<TestPage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers }, (response) => {
      const told: Told[] = [];
      let [text, read, ended] = ['', 0, false];
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
          const fields = parse(text.slice(read, end));
          if (fields.data) told.push(fields);
          read = end + 2;
        }
      });
      response.once('close', () => {
        ended = true;
      });
      response.on('error', () => {});
      resolve({ response, told, text: () => text, ended: () => ended, leave: () => request.destroy() });
    });
    request.on('error', reject);
  });
}

function parse(block: string): Told {
  const told: Told = {};
  for (const line of block.split('\n')) {
    const [, name, value] = /^(id|event|data): (.*)$/.exec(line) ?? [];
    if (name === 'data') told.data = JSON.parse(value!);
    else if (name === 'id' || name === 'event') told[name] = value!;
  }
  return told;
}
