import type { Direction } from '@angular/cdk/bidi';
import type { ChartColors } from './chart-colors';
import type { ChartOption } from './chart-engine';

/** One bar, and what stands at it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** `columns` stand beside each other, for days; `rows` lie below each other, for names. */
export type BarLayout = 'columns' | 'rows';

export interface BarChartLook {
  readonly layout: BarLayout;
  readonly direction: Direction;
  readonly colors: ChartColors;
  readonly isMoving: boolean;
  /** Times the usual text size. */
  readonly scale: number;
  readonly number: (value: number) => string;
}

/** What ECharts draws of some bars. Right to left, both axes begin at the right. */
export function barOption(bars: readonly Bar[], { layout, direction, colors, isMoving, scale, number }: BarChartLook): ChartOption {
  const isMirrored = direction === 'rtl';
  const isRows = layout === 'rows';
  const text = { color: colors.quiet, fontFamily: colors.font, fontSize: 12 * scale };
  const names = {
    type: 'category' as const,
    data: bars.map(({ label }) => label),
    axisLine: { show: !isRows, lineStyle: { color: colors.line } },
    axisTick: { show: false },
    axisLabel: { ...text, color: isRows ? colors.ink : colors.quiet, hideOverlap: true, ...(isRows && { width: 112 * scale, overflow: 'truncate' as const }) },
  };
  const amounts = {
    type: 'value' as const,
    minInterval: 1,
    splitNumber: 3,
    // Rows say their figures beside them: there is no scale to read, and so no round end of it to leave room for.
    ...(isRows && { max: 'dataMax' as const }),
    splitLine: { show: !isRows, lineStyle: { color: colors.line } },
    axisLabel: { ...text, show: !isRows, formatter: number },
  };
  return {
    animation: isMoving,
    animationDuration: 200,
    animationDurationUpdate: 200,
    // Room for the labels, always the same: what is drawn does not jump when a figure gets longer.
    grid: {
      top: 8 * scale,
      bottom: (isRows ? 4 : 24) * scale,
      [isMirrored ? 'right' : 'left']: (isRows ? 124 : 40) * scale,
      [isMirrored ? 'left' : 'right']: (isRows ? 44 : 16) * scale,
      outerBoundsMode: 'none',
    },
    xAxis: isRows ? { ...amounts, inverse: isMirrored } : { ...names, inverse: isMirrored },
    // The first name is on top, as it is in the table.
    yAxis: { ...(isRows ? { ...names, inverse: true } : amounts), position: isMirrored ? 'right' : 'left' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      // The other way writes HTML, which Trusted Types do not let through.
      renderMode: 'richText',
      backgroundColor: colors.card,
      borderColor: colors.line,
      textStyle: { ...text, color: colors.ink },
      formatter: (shown) => {
        const bar = bars[Array.isArray(shown) ? (shown[0]?.dataIndex ?? 0) : shown.dataIndex];
        return bar ? `${bar.label}\n${number(bar.value)}` : '';
      },
    },
    series: {
      type: 'bar',
      data: bars.map(({ value }) => value),
      barMaxWidth: (isRows ? 14 : 28) * scale,
      barCategoryGap: '25%',
      itemStyle: { color: colors.bar, borderRadius: 2 },
      emphasis: { disabled: true },
      label: {
        show: isRows,
        position: isMirrored ? 'left' : 'right',
        ...text,
        color: colors.ink,
        formatter: ({ dataIndex }) => number(bars[dataIndex]?.value ?? 0),
      },
    },
  };
}
