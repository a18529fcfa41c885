import { inlineScriptHashes } from './inline-scripts';

describe('the scripts in a page', () => {
  it('are trusted by the hash of their text', () => {
    // As `printf 'go()' | openssl dgst -sha256 -binary | base64` says.
    expect(inlineScriptHashes('<head><script>go()</script></head>')).toEqual(['sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=']);
  });

  it('are each of them, and not those that come from files', () => {
    const [one, two] = [inlineScriptHashes('<script>\n one\n</script>'), inlineScriptHashes('<script>two</script>')];
    expect(inlineScriptHashes('<script>\n one\n</script><script src="main.js"></script><script>two</script>')).toEqual([...one, ...two]);
  });
});
