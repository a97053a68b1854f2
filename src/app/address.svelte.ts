import { untrack } from 'svelte';
import { absolute, pageAt, pathOf, type AppPage } from '#app/page.ts';
import { withinStory } from '#model/filter.ts';
import type { EventId } from '#model/types.ts';
import type { Place } from '#state/context.ts';
import { rationed } from '#state/ration.ts';
import { EMPTY, parseState, printState, type LinkState } from '#state/url.ts';
import type { ViewState } from '#state/view.svelte.ts';
import type { Span } from '#time/instant.ts';

/** Same window, to less than a px on any screen. */
const isSame = (a: Span, b: Span): boolean =>
  Math.abs(a.start - b.start) + Math.abs(a.end - b.end) < (b.end - b.start) / 10_000;

/** All of a link's state, with nothing left out. */
type Seen = LinkState & { readonly span: Span; readonly view: ViewState['name'] };

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

  /** The window that the page opened on; null where the address named one. */
  let opened: Span | null = null;

  /** What the present address says, with what it leaves out filled in. */
  function read(): Seen {
    const here = pageHere();
    const link = parseState(location.hash, zone);
    view.folded = link.folded; // which window shows an event depends on it
    const wanted = link.selectedId ?? (here.kind === 'event' ? here.id : null);
    const event = wanted === null ? undefined : view.story.byId.get(wanted);
    const { events } = view.story.data;
    opened = link.span ? null : spanFor(event?.id ?? null);
    return {
      span: link.span ? view.within(link.span) : (opened ?? view.span),
      selectedId: event?.id ?? null,
      claimId: event?.claims.find(({ id }) => id === link.claimId)?.id ?? null,
      view: link.view ?? 'timeline',
      known: link.known,
      filter: withinStory(link.filter, events, view.story.sources),
      query: link.query,
      folded: view.folded,
      zoneChoice: link.zoneChoice,
    };
  }

  /** The window a page opens on: the story's first view, moved so that the event is in it. */
  function spanFor(id: EventId | null): Span {
    const event = id === null ? undefined : view.story.byId.get(id);
    const opens = view.within(view.story.data.opens);
    return event ? view.windowFor(event, opens) : opens;
  }

  function seen(): Seen {
    const { span, selectedId, claimId, name, known, filter, query, folded, zoneChoice } = view;
    return { span, selectedId, claimId, view: name, known, filter, query, folded, zoneChoice };
  }
  function show(state: Seen): void {
    view.span = state.span;
    view.select(state.selectedId, state.claimId);
    view.name = state.view;
    view.known = state.known;
    view.filter = state.filter;
    view.query = state.query;
    view.zoneChoice = state.zoneChoice;
  }

  function write(): string {
    const { selectedId } = view;
    const own = page.kind === 'event' && selectedId === page.id;
    const state: LinkState = {
      ...seen(),
      selectedId: own ? null : selectedId,
      span: isSame(view.span, spanFor(selectedId)) ? null : view.span,
      view: view.name === 'timeline' ? null : view.name,
    };
    // The page of many events is named by its file too, which its address holds.
    const base =
      page.kind === 'columns'
        ? `${location.origin}${location.pathname}${location.search}`
        : absolute(own ? pathOf(page) : '', root);
    return base + printState(state, zone);
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
  show(stored);

  const correction = rationed(
    () => store(false),
    { most: 25, windowMs: 30_000, delayMs: 400 },
    () => performance.now(),
    (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  );

  /** What Back undoes. From which day things are shown is one step, through which days is none. */
  const stepOf = ({ selectedId, view: name, filter, known }: Seen): string =>
    printState({ ...EMPTY, selectedId, view: name, filter }, zone) + String(known === null);
  const detailsOf = ({ known, query, claimId, folded, zoneChoice }: Seen): string =>
    printState({ ...EMPTY, known, query, claimId, folded, zoneChoice }, zone);

  $effect(() => {
    const now = seen();
    const [isStep, isDetail] = [stepOf(now) !== stepOf(stored), detailsOf(now) !== detailsOf(stored)];
    if (isStep) {
      stored = { ...now, span: stored.span };
      correction.stop();
      store(true);
    } else if (isDetail || !isSame(now.span, stored.span)) {
      stored = now;
      correction.ask();
    }
  });

  /** How much stays in sight beside an open event is known once the timeline of a phone is drawn. Whoever has moved by then stays there. */
  $effect(() => {
    if (view.inSight === 0) return;
    untrack(() => {
      if (view.selectedId === null || view.span !== opened) return;
      opened = spanFor(view.selectedId);
      stored = { ...stored, span: opened };
      view.span = opened;
    });
  });

  function onpopstate(): void {
    if (location.hash.startsWith('#?')) return; // a host's message, not a state
    correction.stop();
    stored = read();
    show(stored);
  }
  addEventListener('popstate', onpopstate);
  return () => {
    removeEventListener('popstate', onpopstate);
    correction.stop();
  };
}
