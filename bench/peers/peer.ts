import type { UsersPage } from '#contract/users';

/** What a peer's page tells the bench about itself. */
export interface Peer {
  /** How many events its listeners were called with. */
  readonly received: () => number;
  /** The rows it holds, in its order; undefined when it holds none. */
  readonly rows?: () => readonly { readonly id: string; readonly text: string }[];
}

declare global {
  interface Window {
    peer?: Peer;
  }
}

export const EVENTS = ['users.created', 'users.updated', 'users.deleted'] as const;

/** Every user the server has, newest first. */
export async function loadUsers(api: string): Promise<UsersPage['data']> {
  const users: UsersPage['data'][number][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await fetch(`${api}/api/v1/users?limit=200&cursor=${cursor}`);
    const page = (await answer.json()) as UsersPage;
    users.push(...page.data);
    cursor = page.pagination.nextCursor;
  }
  return users;
}
