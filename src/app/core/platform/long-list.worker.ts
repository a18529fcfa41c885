import type { LongListAnswer, LongListRequest } from './worker-backend';

addEventListener('message', ({ data }: MessageEvent<LongListRequest>) => void answer(data));

async function answer({ url, headers, timeout }: LongListRequest): Promise<void> {
  const tell = (message: LongListAnswer, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });
  try {
    const response = await fetch(url, { headers, signal: timeout === undefined ? null : AbortSignal.timeout(timeout) });
    const body = await response.arrayBuffer();
    tell({ status: response.status, statusText: response.statusText, headers: Object.fromEntries(response.headers), body }, [body]);
  } catch (error) {
    tell({ error });
  }
}
