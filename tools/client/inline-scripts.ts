import { createHash } from 'node:crypto';

const INLINE = /<script>(?<text>[^]*?)<\/script>/gu;

/** The hashes by which a policy trusts the scripts that stand in a page itself, and nothing that is put into it later. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(INLINE)].map(
    ({ groups }) =>
      `sha256-${createHash('sha256')
        .update(groups?.['text'] ?? '')
        .digest('base64')}`,
  );
}
