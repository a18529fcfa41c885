import { leaveComposedKeys } from './composed-keys';

describe('Keys of an input method', () => {
  let heard: string[];
  let field: HTMLInputElement;

  const end = new AbortController();

  beforeAll(() => leaveComposedKeys(window, end.signal));
  afterAll(() => end.abort());
  beforeEach(() => {
    heard = [];
    field = document.createElement('input');
    document.body.append(field);
    for (const target of [field, document.body, document]) target.addEventListener('keydown', note, { capture: true });
  });
  afterEach(() => {
    field.remove();
    for (const target of [document.body, document]) target.removeEventListener('keydown', note, { capture: true });
  });

  const note = ({ type, currentTarget }: Event) => heard.push(`${type} ${(currentTarget as Node).nodeName}`);
  const press = (init: KeyboardEventInit) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...init }));

  for (const [what, init] of [
    ['while it composes', { isComposing: true }],
    ['that end a composition, as Safari sends them', { keyCode: 229 }],
  ] as const)
    it(`${what} are heard by nobody, and the browser acts on them`, () => {
      expect(press(init)).toBeTrue();
      expect(heard).toEqual([]);
    });

  it('are anybody’s while it composes nothing', () => {
    const escape = { keyCode: 27 };
    press(escape);
    expect(heard).toEqual(['keydown #document', 'keydown BODY', 'keydown INPUT']);
  });
});
