import type { Peer } from './peer';

/** Starts one contestant against the server at `api`; each has a chunk of its own. */
type Start = (api: string) => Promise<Peer>;

const PEERS: Readonly<Record<string, () => Promise<Start>>> = {
  '/floor': async () => (await import('./floor')).start,
  '/from-event': async () => (await import('./from-event')).start,
  '/ag-grid': async () => (await import('./ag-grid')).start,
};

async function main(): Promise<void> {
  const start = await PEERS[location.pathname]?.();
  const api = new URLSearchParams(location.search).get('api');
  if (!start || api === null) throw new Error(`There is no contestant at ${location.href}`);
  window.peer = await start(api);
}

main().catch((error: unknown) => console.error(error));
