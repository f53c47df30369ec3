import { createHash } from 'node:crypto';

/** An answer that is no JSON: a file to save, a calendar, a page. Its ETag is its content's. */
export class Document {
  readonly contentType: string;
  readonly body: string;
  /** ASCII without quotes; a document with a name is saved, one without is shown. */
  readonly fileName: string | undefined;

  constructor(contentType: string, body: string, fileName?: string) {
    this.contentType = contentType;
    this.body = body;
    this.fileName = fileName;
  }

  get etag(): string {
    return `"${createHash('sha256').update(this.body).digest('base64url').slice(0, 22)}"`;
  }
}
