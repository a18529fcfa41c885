import { THEMES } from './theme';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const SURFACES = ['page', 'card', 'raised', 'field'];
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'bad'];
const MEANINGS = ['accent', 'ok', 'warn', 'bad'];

/** Measured on the real style sheet, as the browser resolves it. `auto` is light or dark, so it needs no measure of its own. */
for (const theme of THEMES.filter((name) => name !== 'auto')) {
  describe(`The ${theme} theme`, () => {
    let colour: (token: string) => Colour;

    beforeEach(() => {
      document.documentElement.dataset['theme'] = theme;
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const probe = document.body.appendChild(document.createElement('i'));
      colour = (token) => {
        probe.style.color = `var(--${token})`;
        if (!canvas) throw new Error('no canvas');
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [red, green, blue, alpha / 255];
      };
    });

    afterEach(() => {
      document.body.querySelector(':scope > i')?.remove();
      document.documentElement.removeAttribute('data-theme');
    });

    /** Surfaces, and rows that are selected on them. */
    const backgrounds = () =>
      SURFACES.flatMap((surface) => [
        { name: surface, is: colour(surface) },
        { name: `${surface}, selected`, is: over(colour('accent-soft'), colour(surface)) },
      ]);

    it('has text of at least 4.5:1 on every surface', () => {
      const faint = INKS.flatMap((ink) => backgrounds().map(({ name, is }) => ({ pair: `${ink} on ${name}`, ratio: contrast(colour(ink), is) })));
      expect(faint.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    });

    it('has text of at least 4.5:1 in chips and notes, on every surface', () => {
      const faint = backgrounds().flatMap(({ name, is }) =>
        MEANINGS.flatMap((meaning) => {
          const soft = over(colour(`${meaning}-soft`), is);
          return [meaning, 'ink'].map((ink) => ({ pair: `${ink} on ${meaning}-soft on ${name}`, ratio: contrast(colour(ink), soft) }));
        }),
      );
      expect(faint.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    });

    it('has text of at least 4.5:1 on filled buttons', () => {
      expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('bad-ink'), colour('bad'))).toBeGreaterThanOrEqual(4.5);
    });

    it('has outlines of fields and a focus ring of at least 3:1 on every surface', () => {
      const faint = ['edge', 'focus'].flatMap((line) =>
        SURFACES.map((surface) => ({ pair: `${line} on ${surface}`, ratio: contrast(colour(line), colour(surface)) })),
      );
      expect(faint.filter(({ ratio }) => ratio < 3)).toEqual([]);
    });
  });
}

/** A translucent colour as it looks on an opaque one. */
function over([red, green, blue, alpha]: Colour, [red2, green2, blue2]: Colour): Colour {
  const mix = (a: number, b: number) => a * alpha + b * (1 - alpha);
  return [mix(red, red2), mix(green, green2), mix(blue, blue2), 1];
}

/** WCAG 2's contrast ratio. */
function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
