/** The three heights of the bottom sheet, from low to high. */
export const SHEET_STEPS = ['peek', 'half', 'full'] as const;
export type SheetStep = (typeof SHEET_STEPS)[number];

/** Enough for the time and the title. */
const PEEK = 168;
/** Enough for some words of the first claim too, where the screen is that high. */
const HALF = 260;
/** What stays free above the full sheet, so that the page behind can still be reached. */
const FREE = 56;

/**
 * px of the sheet at each step.
 * @param viewport height of the window, px; below about 400 the steps draw together but keep their order
 */
export function sheetHeights(viewport: number): Readonly<Record<SheetStep, number>> {
  const full = Math.max(96, viewport - FREE);
  const half = Math.min(full, Math.max(HALF, Math.round(viewport * 0.46)));
  return { peek: Math.min(PEEK, half), half, full };
}

/**
 * px of a part of the page that stay in sight above a sheet at its first height, from the top of the part.
 * @param top of the part in the window, px
 * @param height of the part, px: no more than that is in sight
 */
export function inSightAbove(viewport: number, top: number, height: number): number {
  return Math.min(height, Math.max(1, viewport - sheetHeights(viewport).half - top));
}

/**
 * Where a sheet comes to rest when the finger lets go: the step nearest to where its speed would carry it.
 * @param height px it has now
 * @param velocity px per millisecond, positive upwards
 */
export function settledStep(height: number, velocity: number, viewport: number): SheetStep {
  const heights = sheetHeights(viewport);
  const aim = height + velocity * 160;
  return SHEET_STEPS.reduce((best, step) =>
    Math.abs(heights[step] - aim) < Math.abs(heights[best] - aim) ? step : best,
  );
}

/** The step above (`1`) or below (`-1`); the same at the ends. */
export function nextStep(step: SheetStep, by: 1 | -1): SheetStep {
  return SHEET_STEPS[SHEET_STEPS.indexOf(step) + by] ?? step;
}
