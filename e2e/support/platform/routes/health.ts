import type { Parts } from '../parts';
import { Refusal } from '../refusal';

export function healthRoute({ settings, endpoints }: Parts): void {
  endpoints.add('anyone', 'get', '/health', {}, () => {
    if (!settings.now.health) throw new Refusal(404, `Cannot GET ${settings.now.base}/health`);
    return { status: 'ok', timestamp: new Date().toISOString(), uptime: process.uptime() };
  });
}
