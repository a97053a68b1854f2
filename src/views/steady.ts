import type { Crowd } from '#layout/crowd.ts';
import type { Cluster, Mark, Scene } from '#layout/scene.ts';
import { pxOf, scaleOf, type Viewport } from '#layout/viewport.ts';

/** What is drawn for a scene, in a group that is moved as a whole: while only the window moves, what is in it stays as it was. */
export type Steady = {
  /** The window that the places are counted from. */
  readonly base: Viewport;
  /** px by which the group is moved. */
  readonly offset: number;
  readonly marks: readonly Mark[];
  readonly clusters: readonly Cluster[];
  readonly crowds: readonly Crowd[];
};

/** Places closer than this, px, are the same to the eye. */
const SAME = 0.05;
/** px after which places are counted anew: far away, numbers lose their last digits. */
const FAR = 100_000;

/**
 * Takes over what was drawn for the scene before wherever the move of the window explains all that is new about it. The picture is that of
 * the scene to a twentieth of a px; of a pan only the edges, where labels stick and bars are cut off, are left to be drawn.
 * @param previous null, or what this function gave for an earlier scene
 */
export function steadied(previous: Steady | null, { marks, clusters, crowds }: Scene, viewport: Viewport): Steady {
  const offset = previous ? pxOf(viewport, previous.base.span.start) : 0;
  if (!previous || !isSameScale(previous.base, viewport) || Math.abs(offset) > FAR) {
    return { base: viewport, offset: 0, marks, clusters, crowds };
  }
  const marksBefore = new Map(previous.marks.map((mark) => [mark.row, mark]));
  const clustersBefore = new Map(previous.clusters.map((cluster) => [cluster.key, cluster]));
  return {
    base: previous.base,
    offset,
    marks: marks.map((mark) => kept(marksBefore.get(mark.row), movedMark(mark, offset), isSameMark)),
    clusters: clusters.map((cluster) =>
      kept(clustersBefore.get(cluster.key), { ...cluster, at: cluster.at - offset }, isSameCluster),
    ),
    crowds: crowds.map((crowd) =>
      kept(
        previous.crowds.find(({ band }) => band === crowd.band),
        { ...crowd, from: crowd.from - offset },
        isSameCrowd,
      ),
    ),
  };
}

/** The float of a span's length wavers in its last digits as the window moves. */
function isSameScale(a: Viewport, b: Viewport): boolean {
  return a.length === b.length && Math.abs(scaleOf(a) / scaleOf(b) - 1) < 1e-8;
}

function kept<T>(before: T | undefined, now: T, isSame: (a: T, b: T) => boolean): T {
  return before !== undefined && isSame(before, now) ? before : now;
}

function movedMark(mark: Mark, offset: number): Mark {
  return {
    ...mark,
    at: mark.at - offset,
    from: mark.from - offset,
    to: mark.to - offset,
    label: mark.label && { ...mark.label, at: mark.label.at - offset },
  };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < SAME;

function isSameMark(a: Mark, b: Mark): boolean {
  return (
    a.lane === b.lane &&
    isNear(a.at, b.at) &&
    isNear(a.from, b.from) &&
    isNear(a.to, b.to) &&
    a.label?.side === b.label?.side &&
    a.label?.width === b.label?.width &&
    isNear(a.label?.at ?? 0, b.label?.at ?? 0)
  );
}

function isSameCluster(a: Cluster, b: Cluster): boolean {
  return a.count === b.count && isNear(a.at, b.at);
}

/** The scale is that of before. */
function isSameCrowd(a: Crowd, b: Crowd): boolean {
  return (
    isNear(a.from, b.from) && a.counts.length === b.counts.length && a.counts.every((count, i) => count === b.counts[i])
  );
}

/** `steadied`, with a memory of what it gave last. */
export function createSteadier(): (scene: Scene, viewport: Viewport) => Steady {
  let drawn: Steady | null = null;
  return (scene, viewport) => {
    drawn = steadied(drawn, scene, viewport);
    return drawn;
  };
}
