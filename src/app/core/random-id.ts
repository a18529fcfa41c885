/** Makes a UUID (version 4) by random values: `crypto.randomUUID` is there on secure pages only. */
export function randomId(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(30)), (byte) => (byte % 16).toString(16));
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/gu, () => digits.pop() ?? '0');
}
