/** Where a band stands across the time axis, px from the top of the timeline (or from its leading edge, when time runs downwards). */
export type BandBox = {
  readonly top: number;
  readonly height: number;
  /** Middle of each lane's label line. */
  readonly lanes: readonly number[];
  /** Middle of the strip for what has no label. */
  readonly strip: number;
  /** px above the strip, up from its base, for the shape of a crowd; null where there is none to show. */
  readonly crowd: { readonly base: number; readonly height: number } | null;
};

/** px: the line with the band's title, a lane, and the strip. */
export const BAND_TITLE = 30;
export const LANE = 39;
export const STRIP = 28;
/** px for the shape of a crowd: at least, and at most. */
const CROWD = [36, 84] as const;
/** Most lanes of a crowded story: the rest of the height shows the crowd. */
const CROWD_LANES = 6;

/**
 * Shares a height among bands: each gets its title and its strip, and lanes by need until the height is used up.
 * @param height px there are; with too little, each band still gets one lane and the whole becomes taller
 * @param need how many lanes each band could use, at least 1
 * @param crowded leaves height for the shape of the crowd
 * @returns lanes for each band, in order
 */
export function shareLanes(height: number, need: readonly number[], crowded = false): number[] {
  const fixed = need.length * (BAND_TITLE + STRIP + (crowded ? CROWD[0] : 0));
  const most = crowded ? CROWD_LANES : Infinity;
  let free = Math.max(need.length, Math.min(most, Math.floor((height - fixed) / LANE)));
  const lanes = need.map(() => 1);
  free -= need.length;
  while (free > 0) {
    // The band that lacks most, in proportion to what it has; the first of equals.
    let neediest = -1;
    for (let band = 0; band < need.length; band += 1) {
      const lacks = (need[band] as number) - (lanes[band] as number);
      if (lacks <= 0) continue;
      const ratio = (need[band] as number) / (lanes[band] as number);
      if (neediest < 0 || ratio > (need[neediest] as number) / (lanes[neediest] as number)) neediest = band;
    }
    if (neediest < 0) break;
    lanes[neediest] = (lanes[neediest] as number) + 1;
    free -= 1;
  }
  return lanes;
}

/**
 * Stacks the bands; height that is left over is spread over the lanes, so that they fill the timeline evenly. In a crowded story it goes to the
 * shapes of the crowds.
 */
export function bandBoxes(height: number, lanes: readonly number[], crowded = false): BandBox[] {
  const total = lanes.reduce((sum, n) => sum + n, 0);
  const fixed = lanes.length * (BAND_TITLE + STRIP);
  const lane = crowded ? LANE : Math.max(LANE, Math.min(1.35 * LANE, (height - fixed) / total));
  const left = Math.floor((height - fixed - total * lane) / lanes.length);
  const crowd = crowded && left >= CROWD[0] ? Math.min(CROWD[1], left) : 0;
  let top = 0;
  return lanes.map((n) => {
    const strip = top + BAND_TITLE + n * lane + crowd;
    const box = {
      top,
      height: BAND_TITLE + n * lane + crowd + STRIP,
      lanes: Array.from({ length: n }, (_, i) => top + BAND_TITLE + (i + 0.5) * lane - 5),
      strip: strip + STRIP / 2 - 4,
      crowd: crowd > 0 ? { base: strip - 4, height: crowd - 8 } : null,
    };
    top += box.height;
    return box;
  });
}
