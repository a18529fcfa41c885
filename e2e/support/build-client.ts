import { ensureClientBuilt } from '../../tools/client/build';

export default function buildClient(): void {
  ensureClientBuilt();
}
