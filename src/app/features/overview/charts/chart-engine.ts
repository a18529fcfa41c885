// ECharts, as much of it as is drawn here, in one chunk that loads once the page is on the screen.
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption, TooltipComponent, type TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

/** A chart on the screen. */
export interface DrawnChart {
  show(option: ChartOption): void;
  /** Ends it: nothing of it stays in its element, nor in memory. */
  end(): void;
}

/** Draws in an element, as large as that is, also when it changes its size. */
export function drawIn(element: HTMLElement): DrawnChart {
  const chart = init(emptiable(element));
  const resized = new ResizeObserver(() => {
    chart.resize();
  });
  resized.observe(element);
  return {
    show: (option) => {
      chart.setOption(option);
    },
    end: () => {
      resized.disconnect();
      chart.dispose();
    },
  };
}

/** ECharts empties its element by `innerHTML = ''`, which Trusted Types do not let through: here it is emptied without a text that could be HTML. */
function emptiable(element: HTMLElement): HTMLElement {
  return Object.defineProperty(element, 'innerHTML', { configurable: true, set: () => element.replaceChildren() });
}
