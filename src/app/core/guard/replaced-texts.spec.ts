import { keepReplacedTexts } from './replaced-texts';

/** What translators write in, old as it is. */
const FONT: string = 'font';

describe('A text that somebody else replaced', () => {
  let stage: HTMLElement;
  let text: Text;

  const end = new AbortController();

  beforeAll(() => keepReplacedTexts(document, end.signal));
  afterAll(() => end.abort());
  beforeEach(() => {
    stage = document.createElement('p');
    text = document.createTextNode('Ana');
    stage.append(text, document.createElement('b'));
    document.body.append(stage);
  });
  afterEach(() => stage.remove());

  const font = (words: string) => {
    const element = document.createElement(FONT);
    element.textContent = words;
    return element;
  };
  /** Observers are told between two tasks. */
  const told = () => new Promise((resolve) => setTimeout(resolve));

  for (const [how, replace] of [
    ['in one step', () => text.replaceWith(font('Anne'))],
    ['by several nodes', () => text.replaceWith('An', font('n'), 'e')],
    ['by another text', () => text.replaceWith('Anne')],
    [
      'in two steps',
      () => {
        text.before(font('Anne'));
        text.remove();
      },
    ],
    [
      'in two steps, from behind',
      () => {
        text.after(font('Anne'));
        text.remove();
      },
    ],
    [
      'around itself',
      () => {
        const around = font('');
        text.replaceWith(around);
        around.append(text);
      },
    ],
  ] as const)
    it(`${how} is there again once it is written`, async () => {
      replace();
      await told();
      text.data = 'Zoé';
      await told();
      expect(stage.textContent).toBe('Zoé');
    });

  it('stays as they show it until it is written, and each time anew', async () => {
    text.replaceWith(font('Anne'));
    await told();
    expect(stage.textContent).toBe('Anne');
    stage.querySelector(FONT)?.replaceWith(font('Hannah'));
    await told();
    expect(stage.textContent).toBe('Hannah');
    for (const name of ['Zoé', 'Léa']) {
      text.data = name;
      await told();
      expect(stage.textContent).toBe(name);
      text.replaceWith(font('Anne'));
      await told();
    }
  });

  it('takes nothing of its neighbours along', async () => {
    const next = document.createTextNode(' Souza');
    text.after(next);
    await told();
    text.replaceWith(font('Anne'));
    next.replaceWith(font(' Sosa'));
    await told();
    text.data = 'Zoé';
    await told();
    expect(stage.textContent).toBe('Zoé Sosa');
    next.data = ' Klein';
    await told();
    expect(stage.textContent).toBe('Zoé Klein');
  });

  it('that went with what it stood in does not come back', async () => {
    text.replaceWith(font('Anne'));
    await told();
    stage.replaceChildren();
    text.data = 'Zoé';
    await told();
    expect(stage.textContent).toBe('');
  });
});
