import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import multer from 'multer';
import type * as v from 'valibot';
import type { Accounts, Role } from './accounts';
import { sendAnswer } from './answer';
import type { Claims } from './jwt';
import type { Settings } from './options';
import { Refusal } from './refusal';
import type { UploadedFile } from './uploads';
import { NOTHING, validBody, type Fields } from './validation';

type Method = 'get' | 'post' | 'patch' | 'delete';

export interface EndpointOptions<TFields extends Fields> {
  /** The fields that a body may have; none by default. */
  readonly fields?: TFields;
  /** The name of a multipart body's file. */
  readonly file?: string;
  readonly status?: number;
}

export interface Call<TFields extends Fields> {
  readonly claims: Claims;
  readonly body: v.InferOutput<TFields>;
  readonly file: UploadedFile | undefined;
  readonly userAgent: string;
  readonly param: (name: string) => string;
}

const FILE_MAX_BYTES = 5 * 1024 * 1024;
const NOBODY: Claims = { sub: '', email: '', role: 'user', sid: '', iat: 0, exp: 0 };
const receive = multer({ storage: multer.memoryStorage(), limits: { fileSize: FILE_MAX_BYTES } });

/** Declares endpoints as Nest does it: first who asks, then what they sent, then the deed, then the answer. */
export class Endpoints {
  constructor(
    private readonly router: Router,
    private readonly settings: Settings,
    private readonly accounts: Accounts,
  ) {}

  /** Adds an endpoint. @param who may ask: `anyone`, or a token of that role. */
  add<TFields extends Fields = typeof NOTHING>(
    who: Role | 'anyone',
    method: Method,
    path: string,
    { fields, file, status }: EndpointOptions<TFields>,
    act: (call: Call<TFields>) => unknown,
  ): void {
    const guard: RequestHandler = (request, response, next) => {
      if (who !== 'anyone') response.locals['claims'] = this.require(request, who);
      next();
    };
    const deed = (request: Request, response: Response): void => {
      const { now } = this.settings;
      const body = validBody(fields ?? NOTHING, request.body) as v.InferOutput<TFields>;
      const claims = (response.locals['claims'] as Claims | undefined) ?? NOBODY;
      const answer = act({
        claims,
        body,
        file: request.file,
        userAgent: request.get('User-Agent') ?? '',
        param: (name) => String(request.params[name]),
      });
      const usual = method === 'post' ? now.postStatus : 200;
      sendAnswer(response, `${method.toUpperCase()} ${path}`, status ?? usual, answer, now);
    };
    const form = file === undefined ? [] : [receive.single(file)];
    this.router[method](path, guard, ...form, deed);
  }

  private require(request: Request, role: Role): Claims {
    const [, token] = /^Bearer (\S+)$/u.exec(request.get('Authorization') ?? '') ?? [];
    const claims = token === undefined ? undefined : this.accounts.bearer(token);
    if (claims === undefined) throw new Refusal(401, 'Unauthorized');
    if (claims.role !== role) throw new Refusal(403, 'Forbidden resource');
    return claims;
  }
}

/** Names every failure as Nest does, multer's and the body parser's too. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof multer.MulterError)
    return new Refusal(error.code === 'LIMIT_FILE_SIZE' ? 413 : 400, error.code === 'LIMIT_FILE_SIZE' ? 'File too large' : error.message);
  const { status, message } = error as { status?: unknown; message?: unknown };
  return typeof status === 'number' && status < 500 ? new Refusal(status, String(message)) : new Refusal(500, 'Internal server error');
}

/** Says of a route that does not exist what Nest says. */
export function missingRoute({ method, originalUrl }: Request, _response: Response, next: NextFunction): void {
  next(new Refusal(404, `Cannot ${method} ${originalUrl}`));
}
