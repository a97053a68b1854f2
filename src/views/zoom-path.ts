/** A view in d3's terms: its middle, in two directions, and its width. Here the second direction is never used. */
type View = readonly [middle: number, y: number, width: number];
export type ZoomPath = ((share: number) => [number, number, number]) & { readonly duration: number };

const RHO = Math.SQRT2;

/**
 * The path between two windows that seems shortest to the eye: it zooms out, moves, and zooms in again. The same as `interpolateZoom` of
 * d3-interpolate along one axis, without the colours and texts that come with that package.
 * @returns `duration` in ms: what the eye needs for it
 * @see van Wijk, Nuij: "Smooth and efficient zooming and panning", IEEE InfoVis 2003
 */
export function zoomPath([from, , fromWidth]: View, [to, , toWidth]: View): ZoomPath {
  const distance = to - from;
  const far = Math.abs(distance);
  const isStill = distance * distance < 1e-12;
  const rho2 = RHO * RHO;
  const rho4 = rho2 * rho2;
  const r = (width: number, sign: number): number => {
    const b = (toWidth ** 2 - fromWidth ** 2 + sign * rho4 * far ** 2) / (2 * width * rho2 * far);
    return -Math.asinh(b);
  };
  const start = isStill ? 0 : r(fromWidth, 1);
  const length = isStill ? Math.log(toWidth / fromWidth) / RHO : (r(toWidth, -1) - start) / RHO;
  const at = (share: number): [number, number, number] => {
    const s = share * length;
    if (isStill) return [from + share * distance, 0, fromWidth * Math.exp(RHO * s)];
    const turn = RHO * s + start;
    const moved = (fromWidth / (rho2 * far)) * (Math.cosh(start) * Math.tanh(turn) - Math.sinh(start));
    return [from + moved * distance, 0, (fromWidth * Math.cosh(start)) / Math.cosh(turn)];
  };
  return Object.assign(at, { duration: (length * 1000 * RHO) / Math.SQRT2 });
}
