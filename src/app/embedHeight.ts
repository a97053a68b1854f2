import { asksForHeight, heightMessage } from '#app/embedMessages.ts';
import { secretOf } from '#app/embedOptions.ts';

/** px by which a height must change before the host hears of it: less is rounding. */
const LEAST_CHANGE = 2;

/**
 * Tells the host how high the frame would like to be: once, and again when that changes; grows and shrinks. The observer is called at most
 * once a frame, and says nothing while nothing changes.
 * @param parts what is measured now; a change of the size of any of them is looked at
 * @param measure px that the frame would like to be high. It must not follow from the height that the frame has, or the two would chase each other
 * @returns looks again, for changes that no size tells of
 */
export function reportHeight(parts: () => Iterable<Element>, measure: () => number): () => void {
  let told = -Infinity;
  const watched = new WeakSet<Element>();
  function tell(): void {
    told = Math.ceil(measure());
    window.parent.postMessage(heightMessage(told, secretOf(location.hash)), '*');
    requestResize();
  }
  function check(): void {
    for (const part of parts()) {
      if (!watched.has(part)) observer.observe(part);
      watched.add(part);
    }
    if (Math.abs(measure() - told) >= LEAST_CHANGE) tell();
  }
  const observer = new ResizeObserver(check);
  /** In a task of its own: it has the page laid out, also one that is off screen and would not be otherwise. */
  const look = (): void => void setTimeout(check);
  window.addEventListener('message', ({ data, source }) => {
    if (source === window.parent && source !== window && asksForHeight(data, secretOf(location.hash))) tell();
  });
  // Some hosts give their secret once the frame is there.
  window.addEventListener('hashchange', tell);
  look();
  return look;
}

/** Where the browser itself can size frames it is asked to look again. */
function requestResize(): void {
  const { requestResize: request } = window as { readonly requestResize?: () => void };
  try {
    request?.call(window);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // not in a frame, or the host does not want it
  }
}
