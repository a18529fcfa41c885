/** What a chart is painted with: a canvas takes colours, not tokens. */
export interface ChartColors {
  readonly bar: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly card: string;
  readonly font: string;
}

const TOKENS = { bar: '--accent', ink: '--ink', quiet: '--ink-3', line: '--line-soft', card: '--card' } as const;
/** What the system asks for in its contrast themes, where our own tokens do not count. */
const SYSTEM = { bar: 'Highlight', ink: 'CanvasText', quiet: 'CanvasText', line: 'GrayText', card: 'Canvas' } as const;

/** Reads the theme as it is at an element: `light-dark()` and system colours only come out as a colour where one is computed. */
export function chartColors(element: HTMLElement): ChartColors {
  const { document } = { document: element.ownerDocument };
  const isForced = document.defaultView?.matchMedia('(forced-colors: active)').matches ?? false;
  const probe = document.createElement('i');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const read = (name: keyof typeof TOKENS): string => {
    probe.style.color = isForced ? SYSTEM[name] : `var(${TOKENS[name]})`;
    return getComputedStyle(probe).color;
  };
  const colors = { bar: read('bar'), ink: read('ink'), quiet: read('quiet'), line: read('line'), card: read('card'), font: getComputedStyle(probe).fontFamily };
  probe.remove();
  return colors;
}
