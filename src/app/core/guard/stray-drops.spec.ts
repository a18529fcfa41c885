import { ignoreStrayDrops } from './stray-drops';

describe('A drop', () => {
  let stage: HTMLElement;

  const end = new AbortController();

  beforeAll(() => ignoreStrayDrops(window, end.signal));
  afterAll(() => end.abort());
  beforeEach(() => {
    stage = document.createElement('div');
    document.body.append(stage);
  });
  afterEach(() => stage.remove());

  /** @returns what the browser is told to make of it. */
  function drag(type: string, target: Element, fill: (data: DataTransfer) => void): { readonly isStopped: boolean; readonly effect: string } {
    const dataTransfer = new DataTransfer();
    fill(dataTransfer);
    const isStopped = !target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    return { isStopped, effect: dataTransfer.dropEffect };
  }
  const file = (data: DataTransfer) => data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));

  for (const type of ['dragenter', 'dragover', 'drop'])
    it(`of a file beside every zone leads nowhere (${type})`, () => {
      expect(drag(type, stage, file)).toEqual({ isStopped: true, effect: 'none' });
    });

  it('of a file in a zone is the zone’s', () => {
    let dropped = 0;
    stage.addEventListener('drop', (event) => {
      event.preventDefault();
      dropped = event.dataTransfer?.files.length ?? 0;
    });
    drag('drop', stage, file);
    expect(dropped).toBe(1);
  });

  it('of a file on a file field, and of a text anywhere, is the browser’s', () => {
    const field = document.createElement('input');
    field.type = 'file';
    stage.append(field);
    expect(drag('drop', field, file).isStopped).toBeFalse();
    expect(drag('drop', stage, (data) => data.setData('text/plain', 'Ana')).isStopped).toBeFalse();
  });
});
