import type { ActivityEntry } from '#contract/activity';
import type { StreamName } from '#contract/streams';

/** Where something that happened can be looked at: a page, and what is open on it. */
export interface ActivityPlace {
  readonly path: string;
  readonly queryParams: Readonly<Record<string, string>>;
}

const PLACES: Readonly<Record<StreamName, readonly [path: string, param: string]>> = {
  users: ['/users', 'user'],
  'partner-places': ['/partner-places', 'request'],
  'site-settings': ['/site-images', 'slot'],
};

/** @returns undefined for what is gone: a link would lead nowhere. */
export function activityPlace({ namespace, subject, kind }: Pick<ActivityEntry, 'namespace' | 'subject' | 'kind'>): ActivityPlace | undefined {
  if (kind.endsWith('.deleted')) return undefined;
  const [path, param] = PLACES[namespace];
  return { path, queryParams: { [param]: subject.id } };
}
