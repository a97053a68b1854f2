import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';
import type { Attachment } from 'svelte/attachments';
import { spanOf, zoomOf } from '#layout/viewport.ts';
import type { ViewState } from '#state/view.svelte.ts';
import { flyTo, land } from '#views/flight.ts';
import type { Moves } from '#views/glide.ts';

type Options = {
  /** Plain wheel and one finger are left to the page: in frames, and where the page itself scrolls. */
  readonly cooperative: () => boolean;
  /** A gesture was left to the page; the view says how to zoom instead. */
  readonly onyielded: () => void;
};

/** Wheel steps are three times d3's for the same turn: from 18 years to an hour is some sixty notches. */
const WHEEL = 0.003;

/** Binds wheel, drag, pinch and double click to `view.window`, both ways. The one place where d3 touches the DOM. */
export function zoomable(view: ViewState, { cooperative, onyielded }: Options): Attachment<HTMLElement> {
  return (element) => {
    const behaviour = zoom<HTMLElement, unknown>()
      .extent(() => [
        [0, 0],
        [element.clientWidth, element.clientHeight],
      ])
      .wheelDelta(
        (event) =>
          -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : WHEEL) * (event.ctrlKey ? 4 : 1),
      )
      .clickDistance(4)
      .constrain(({ k, x, y }) => {
        const shift = Math.min(0, Math.max(view.length * (1 - k), view.vertical ? y : x));
        return view.vertical ? zoomIdentity.translate(0, shift).scale(k) : zoomIdentity.translate(shift, 0).scale(k);
      })
      .filter((event: Event) => accepts(event))
      .on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (sourceEvent) land();
      })
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (!sourceEvent) return;
        const shift = view.vertical ? transform.y : transform.x;
        moved = [moved[1], { ms: (sourceEvent as Event).timeStamp, k: transform.k, shift }];
        view.window = spanOf({ k: transform.k, x: shift }, view.time.reach.full, view.length);
      })
      .on('end', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        const moves = moved;
        moved = [null, null];
        const { type, timeStamp } = (sourceEvent ?? {}) as Event;
        if (type !== 'touchend' || !moves[0]) return;
        void import('#views/glide.ts').then(
          ({ glide }) => glide(view, moves, timeStamp),
          () => undefined,
        );
      });

    /** The last two moves of a gesture, to see how fast a finger was when it left. */
    let moved: Moves = [null, null];

    function accepts(event: Event): boolean {
      if (event instanceof WheelEvent) {
        if (isSideways(event)) return false;
        if (cooperative() && !event.ctrlKey && !event.metaKey) {
          onyielded();
          return false;
        }
        return true;
      }
      if (event instanceof MouseEvent && event.type !== 'touchstart')
        return event.button === 0 && !event.ctrlKey && event.type !== 'dblclick';
      if ('touches' in event && cooperative() && (event.touches as TouchList).length < 2) return false;
      return true;
    }

    /** A sideways wheel, or one with Shift, moves along the axis. Along a downward axis only Shift does: the plain wheel zooms. */
    function isSideways({ deltaX, deltaY, shiftKey }: WheelEvent): boolean {
      return shiftKey || (!view.vertical && Math.abs(deltaX) > Math.abs(deltaY));
    }

    function onwheel(event: WheelEvent): void {
      if (!isSideways(event)) return;
      event.preventDefault();
      land();
      const delta = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      view.span = view.panned((delta * (event.deltaMode === 1 ? 16 : 1)) / Math.max(1, view.length));
    }

    function ondblclick(event: MouseEvent): void {
      const box = element.getBoundingClientRect();
      const px = view.vertical ? event.clientY - box.top : event.clientX - box.left;
      flyTo(view, view.zoomed(event.shiftKey ? 1 / 3 : 3, px));
    }

    const selection = select(element).call(behaviour).on('dblclick.zoom', null);
    element.addEventListener('wheel', onwheel, { passive: false });
    element.addEventListener('dblclick', ondblclick);

    $effect(() => {
      if (view.length === 0) return;
      const { full, shortest } = view.time.reach;
      behaviour.scaleExtent([1, (full.end - full.start) / shortest]);
      const { k, x } = zoomOf(view.window, full, view.length);
      const now = zoomTransform(element);
      const shift = view.vertical ? now.y : now.x;
      // In a gesture this effect meets its own echo; pushing it back would loop until Svelte gives up.
      if (Math.abs(now.k / k - 1) < 1e-9 && Math.abs(shift - x) < 1e-3) return;
      const to = view.vertical ? zoomIdentity.translate(0, x).scale(k) : zoomIdentity.translate(x, 0).scale(k);
      selection.call(behaviour.transform, to);
    });

    return () => {
      selection.on('.zoom', null);
      element.removeEventListener('wheel', onwheel);
      element.removeEventListener('dblclick', ondblclick);
      land();
    };
  };
}
