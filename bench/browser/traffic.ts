import type { Tab } from './tab';

const API = '/api/v1';

/** What a page asked for and received, from when it was watched. */
export class Traffic {
  /** Requests to the API: what they asked for, and when, in milliseconds. */
  private readonly requests: { readonly what: string; readonly at: number }[] = [];
  /** Received, as on the wire: bodies of answers as they were sent, and messages on sockets. */
  bytes = 0;

  private constructor(private readonly offs: readonly (() => void)[]) {}

  static async watch(tab: Tab): Promise<Traffic> {
    await tab.enableWithWorkers('Network');
    const traffic: Traffic = new Traffic([
      tab.on('Network.requestWillBeSent', (params) => {
        const { url, method } = (params as { request: { url: string; method: string } }).request;
        const { pathname } = new URL(url);
        if (pathname.startsWith(API) && method !== 'OPTIONS') traffic.requests.push({ what: `${method} ${pathname.slice(API.length)}`, at: performance.now() });
      }),
      tab.on('Network.loadingFinished', (params) => (traffic.bytes += (params as { encodedDataLength: number }).encodedDataLength)),
      tab.on('Network.webSocketFrameReceived', (params) => {
        traffic.bytes += (params as { response: { payloadData: string } }).response.payloadData.length;
      }),
    ]);
    return traffic;
  }

  get count(): number {
    return this.requests.length;
  }

  /** How often something was asked for, by the time from the first to the last: a minute that begins with one would count one too many. */
  aMinute(what: string): number {
    const times = this.requests.filter((request) => request.what === what).map(({ at }) => at);
    const [first, last] = [times[0], times.at(-1)];
    return first === undefined || last === undefined || first === last ? times.length : ((times.length - 1) * 60_000) / (last - first);
  }

  end(): void {
    for (const off of this.offs) off();
  }
}
