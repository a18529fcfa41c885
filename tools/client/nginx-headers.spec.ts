import { nginxHeaders } from './nginx-headers';
import { securityHeaders } from './security-headers';

describe('the headers for nginx', () => {
  const lines = nginxHeaders(['sha256-page']).trimEnd().split('\n');

  it('are those of our own web server, the API’s address left to the configuration', () => {
    const own = securityHeaders({ inlineScripts: ['sha256-page'], apiOrigin: 'https://api.example', apiSocket: 'wss://api.example' });
    const filled = lines.map((line) => line.replaceAll('$moien_api_origin', 'https://api.example').replaceAll('$moien_api_socket', 'wss://api.example'));
    expect(filled).toEqual([...own].map(([name, value]) => `add_header ${name} "${value}" always;`));
    expect(lines.join()).toContain("connect-src 'self' $moien_api_origin $moien_api_socket;");
  });

  it('are one line each, whatever a policy has in it', () => {
    for (const line of lines) expect(line).toMatch(/^add_header [\w-]+ "[^"\\]+" always;$/u);
  });
});
