import { horizontalLayout } from '#layout/layout.ts';
import { columnsOfMany, limitsOfMany } from '#layout/many.ts';
import type { ManyEvents } from '#model/columns.ts';
import { manyStory, opensOf } from '#model/many.ts';
import { stepped, ViewState } from '#state/view.svelte.ts';

/**
 * The first view of many events, laid out at once and for good: what a picture of them is drawn from.
 * @param size px along the time axis, and across it for the bands
 */
export function picturedView(many: ManyEvents, size: { readonly length: number; readonly across: number }): ViewState {
  const limits = limitsOfMany(many);
  const bands = many.header.bands.length;
  const layout = horizontalLayout(columnsOfMany(many), bands, limits, opensOf(many), stepped(size.length), size.across);
  const view = new ViewState(manyStory(many), { limits, layout });
  view.length = size.length;
  view.across = size.across;
  return view;
}
