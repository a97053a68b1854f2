import { absolute, pageAt, pathOf, type AppPage } from '#app/page.ts';
import type { EventId } from '#model/types.ts';
import type { Place } from '#state/context.ts';
import { rationed } from '#state/ration.ts';
import { parseState, printState, type LinkState } from '#state/url.ts';
import type { ViewState } from '#state/view.svelte.ts';
import type { Span } from '#time/instant.ts';

/** Same window, to less than a px on any screen. */
const isSame = (a: Span, b: Span): boolean =>
  Math.abs(a.start - b.start) + Math.abs(a.end - b.end) < (b.end - b.start) / 10_000;

/**
 * Keeps the view and the address of the page in step. Choosing an event or a view is a step that Back undoes; moving through time only corrects
 * the present address, after the gesture and seldom. In a frame no history is made.
 * @returns stops listening
 */
export function bindAddress(view: ViewState, page: AppPage, place: Place): () => void {
  const root = absolute(place.root, location.href);
  const zone = view.story.data.zone;

  const pageHere = (): AppPage =>
    pageAt(absolute('.', location.href).startsWith(root) ? absolute('.', location.href).slice(root.length) : '');

  /** What the present address says, with what it leaves out filled in. */
  function read(): { span: Span; selectedId: EventId | null; view: ViewState['name'] } {
    const here = pageHere();
    const link = parseState(location.hash, zone);
    const wanted = link.selectedId ?? (here.kind === 'event' ? here.id : null);
    const event = wanted === null ? undefined : view.story.byId.get(wanted);
    return {
      span: link.span ? view.within(link.span) : spanFor(event?.id ?? null),
      selectedId: event?.id ?? null,
      view: link.view ?? 'timeline',
    };
  }

  /** The window a page opens on: the story's first view, moved so that the event is in it. */
  function spanFor(id: EventId | null): Span {
    const event = id === null ? undefined : view.story.byId.get(id);
    const opens = view.within(view.story.data.opens);
    return event ? view.windowFor(event, opens) : opens;
  }

  function write(): string {
    const { selectedId } = view;
    const own = page.kind === 'event' && selectedId === page.id;
    const state: LinkState = {
      selectedId: own ? null : selectedId,
      span: isSame(view.span, spanFor(selectedId)) ? null : view.span,
      view: view.name === 'timeline' ? null : view.name,
    };
    return absolute(own ? pathOf(page) : '', root) + printState(state, zone);
  }

  function store(push: boolean): void {
    const address = write();
    if (address === location.href) return;
    try {
      if (push && !place.framed) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch (error) {
      // An opaque origin, or a browser that has had enough of us: the page works on, only its address stays behind.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  let stored = read();
  view.span = stored.span;
  view.select(stored.selectedId);
  view.name = stored.view;

  const correction = rationed(
    () => store(false),
    { most: 25, windowMs: 30_000, delayMs: 400 },
    () => performance.now(),
    (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  );

  $effect(() => {
    const step = { selectedId: view.selectedId, view: view.name };
    if (step.selectedId === stored.selectedId && step.view === stored.view) return;
    stored = { ...stored, ...step };
    correction.stop();
    store(true);
  });
  $effect(() => {
    if (isSame(view.span, stored.span)) return;
    stored = { ...stored, span: view.span };
    correction.ask();
  });

  function onpopstate(): void {
    if (location.hash.startsWith('#?')) return; // a host's message, not a state
    correction.stop();
    stored = read();
    view.span = stored.span;
    view.select(stored.selectedId);
    view.name = stored.view;
  }
  addEventListener('popstate', onpopstate);
  return () => {
    removeEventListener('popstate', onpopstate);
    correction.stop();
  };
}
