import type { Cluster, Mark, Scene } from '#layout/scene.ts';

/** One stop of the timeline for keyboard and ear: a mark or a cluster on screen. */
export type Option = { readonly key: string; readonly at: number } & (
  { readonly kind: 'event'; readonly mark: Mark } | { readonly kind: 'cluster'; readonly cluster: Cluster }
);

/** The visible marks and clusters in order of time, then of band and lane. */
export function optionsOf(scene: Scene): Option[] {
  const all: Option[] = [
    ...scene.marks.map((mark) => ({ kind: 'event' as const, key: `row-${mark.row}`, at: mark.at, mark })),
    ...scene.clusters.map((cluster) => ({ kind: 'cluster' as const, key: cluster.key, at: cluster.at, cluster })),
  ];
  return all.sort((a, b) => a.at - b.at || heightOf(a) - heightOf(b) || (a.key < b.key ? -1 : 1));
}

/** Order across the axis: bands from the first, lanes from the first, the strip last. */
function heightOf(option: Option): number {
  const { band, lane } = option.kind === 'event' ? option.mark : { band: option.cluster.band, lane: -1 };
  return band * 256 + (lane < 0 ? 255 : lane);
}

/** The nearest option in time one lane (or more) up or down from another; undefined when there is none on that side. */
export function across(options: readonly Option[], from: Option, down: boolean): Option | undefined {
  const height = heightOf(from);
  const side = options.filter((one) => (down ? heightOf(one) > height : heightOf(one) < height));
  if (side.length === 0) return undefined;
  const nearestLane = side.map(heightOf).reduce((a, b) => (down ? Math.min(a, b) : Math.max(a, b)));
  return side
    .filter((one) => heightOf(one) === nearestLane)
    .reduce((best, one) => (Math.abs(one.at - from.at) < Math.abs(best.at - from.at) ? one : best));
}
