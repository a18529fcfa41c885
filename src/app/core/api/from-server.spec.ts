import * as v from 'valibot';
import { fromServer } from './from-server';

const Row = v.object({ name: v.string(), notes: v.array(v.object({ body: v.nullable(v.string()) })), count: v.number() });

describe('What the server said', () => {
  it('is what the contract says, or is told apart from it', () => {
    const said = { name: 'Ana', notes: [{ body: null }], count: 2 };
    expect(fromServer(Row, said).output).toEqual(said);
    expect(fromServer(Row, { ...said, count: 'two' }).success).toBeFalse();
  });

  it('reorders nothing that it is shown beside, however deep a text lies', () => {
    const { output } = fromServer(Row, { name: 'A\u2069\u202e B C', notes: [{ body: '\u2067x' }], count: 2 });
    expect(output).toEqual({ name: 'A B C', notes: [{ body: 'x' }], count: 2 });
  });

  it('stands in its `<bdi>` with the sentence around it in its order', () => {
    const row = v.parse(Row, fromServer(Row, { name: 'A\u2069\u202e B C', notes: [], count: 0 }).output);
    const sentence = document.createElement('p');
    sentence.dir = 'ltr';
    sentence.style.whiteSpace = 'nowrap';
    const name = document.createElement('bdi');
    name.textContent = row.name;
    sentence.append('Delete ', name, '? This cannot be undone.');
    document.body.append(sentence);
    const rest = sentence.lastChild as Text;
    const places = Array.from(rest.data, (_, index) => {
      const letter = document.createRange();
      letter.setStart(rest, index);
      letter.setEnd(rest, index + 1);
      return letter.getBoundingClientRect().x;
    });
    sentence.remove();
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
