import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import S3rver from '@20minutes/s3rver';
import aws4 from 'aws4';
import type { S3Config } from '../config/config';

/** The one account that s3rver has. */
const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const BUCKET = 'moien-images';
const REGION = 'eu-west-1';

/** A bucket of an S3-compatible service on this machine, which a spec may take away and bring back. */
export class TestBucket {
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly folder: string) {}

  static async start(): Promise<TestBucket> {
    const bucket = new TestBucket(await mkdtemp(join(tmpdir(), 'moien-bucket-')));
    await bucket.bringBack();
    return bucket;
  }

  get config(): S3Config {
    return { ...CREDENTIALS, bucket: BUCKET, region: REGION, endpoint: `http://127.0.0.1:${String(this.port)}` };
  }

  /** Makes an object as old as a moment. */
  async age(key: string, moment: Date): Promise<void> {
    await utimes(join(this.folder, BUCKET, `${key}._S3rver_object`), moment, moment);
  }

  /** The service is gone; what it keeps stays. */
  async takeAway(): Promise<void> {
    if (!this.server) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
    this.server = undefined;
  }

  async bringBack(): Promise<void> {
    // s3rver signs a bucket's own address without the slash that clients now put at its end: signatures are checked here instead.
    const service = new S3rver({ directory: this.folder, silent: true, allowMismatchedSignatures: true, configureBuckets: [{ name: BUCKET }] });
    await service.configureBuckets();
    const answer = service.callback();
    this.server = createServer((request, response) => {
      if (isSigned(request)) answer(request, response);
      else response.writeHead(403, { 'Content-Type': 'application/xml' }).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    ({ port: this.port } = this.server.address() as AddressInfo);
  }

  async stop(): Promise<void> {
    await this.takeAway();
    await rm(this.folder, { recursive: true });
  }
}

/** Whether a request is signed with our account's key: signed once more by another implementation, it comes out the same. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const signed = /SignedHeaders=([^,]+)/u.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const again = aws4.sign(
    { service: 's3', region: REGION, method, path: url, headers: Object.fromEntries(signed.map((name) => [name, String(headers[name])])) },
    CREDENTIALS,
  );
  return headers.authorization !== undefined && again.headers?.['Authorization'] === headers.authorization;
}
