import type { Platform } from './platform';

export const ADMIN = { name: 'First Admin', email: 'admin@moien.lu', password: 'a password for specs' } as const;
export const ORIGIN = 'http://localhost:4200';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text read as JSON; undefined where it is none. */
  readonly body: unknown;
}

export interface Question {
  readonly token?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the double over HTTP, below its base. */
export async function ask(platform: Platform, method: string, path: string, { token, body, headers }: Question = {}): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${platform.origin}${platform.options.base}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : isForm ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
  return { status: response.status, headers: response.headers, text, body: isJson ? (JSON.parse(text) as unknown) : undefined };
}

/** @returns tokens of an admin, without a request. */
export function tokensOf(platform: Platform, email: string = ADMIN.email): ReturnType<Platform['accounts']['signIn']> {
  const account = platform.staff.list().find((row) => row.email === email) ?? platform.staff.create({ ...ADMIN, email });
  return platform.accounts.signIn({ ...account, role: 'admin' }, 'a spec');
}

/** @returns a form as a browser sends it. */
export function formOf(fields: Readonly<Record<string, string>>, file?: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file !== undefined) form.set(file, new Blob(['a picture'], { type: 'image/png' }), `${file}.png`);
  return form;
}
