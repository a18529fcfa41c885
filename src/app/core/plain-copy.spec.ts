import { copyPlain } from './plain-copy';

describe('Copying from the desk', () => {
  let box: HTMLElement;
  beforeEach(() => document.body.append((box = document.createElement('p'))));
  afterEach(() => box.remove());

  function copy(): { readonly text: string; readonly isOurs: boolean } {
    getSelection()?.selectAllChildren(box);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    box.dispatchEvent(event);
    return { text: clipboardData.getData('text/plain'), isOurs: event.defaultPrevented };
  }
  beforeEach(() => document.addEventListener('copy', copyPlain));
  afterEach(() => document.removeEventListener('copy', copyPlain));

  it('takes no invisible marks along', () => {
    box.textContent = 'Delete \u2068Ana Souza\u2069? \u200f٪٤٢';
    expect(copy()).toEqual({ text: 'Delete Ana Souza? ٪٤٢', isOurs: true });
  });

  it('is left to the browser, which keeps links and tables, where there are none', () => {
    box.textContent = 'Delete it?';
    expect(copy().isOurs).toBeFalse();
  });

  it('is left to the browser in a field', () => {
    const field = document.createElement('input');
    box.append('\u2068Ana\u2069', field);
    getSelection()?.selectAllChildren(box);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    field.dispatchEvent(event);
    expect(event.defaultPrevented).toBeFalse();
  });
});
