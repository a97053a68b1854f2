import type { Tour } from '#model/tour.ts';
import type { Records, Retired } from '#model/records.ts';
import type { Story } from '#model/story.ts';
import type { EventId, StoryEvent } from '#model/types.ts';
import type { Move } from '#site/headers.ts';

/** An event that is no longer there, with the one that took its place, if there is one. */
type Gone = { readonly retired: Retired; readonly successor: StoryEvent | undefined };

/** The events of a story that were published once and are no longer: every address they had keeps answering. */
export function goneEvents(story: Story, retired: readonly Retired[]): readonly Gone[] {
  return retired.flatMap((one) =>
    one.kind === 'event' ? [{ retired: one, successor: story.byId.get(one.to as EventId) }] : [],
  );
}

/** The same for tours. */
export function goneTours({
  tours,
  retired,
}: Pick<Records, 'tours' | 'retired'>): readonly { readonly retired: Retired; readonly successor: Tour | undefined }[] {
  return retired.flatMap((one) =>
    one.kind === 'tour' ? [{ retired: one, successor: tours.find(({ id }) => id === one.to) }] : [],
  );
}

/**
 * Where hosts that can should send those who ask for an event or a tour that got another id or went into another event. The page at the old address
 * is there for all other hosts, and says so.
 */
export function movesOf(story: Story, records: Pick<Records, 'tours' | 'retired'>): readonly Move[] {
  return [...goneEvents(story, records.retired), ...goneTours(records)].flatMap(
    ({ retired: { kind, id }, successor }) => {
      const folder = kind === 'tour' ? 't' : 'e';
      return successor ? [{ from: `${folder}/${id}/`, to: `${folder}/${successor.id}/` }] : [];
    },
  );
}

/**
 * The page on which an id of `ids.lock` is found, below the root.
 * @param line a kind and an id: `claim ferry.stop`
 * @throws on a kind that is none: a bug of ours, as the lock is checked
 */
export function pathOfId(line: string): string {
  const [kind = '', id = ''] = line.split(' ');
  switch (kind) {
    case 'event':
      return `e/${id}/`;
    case 'claim':
      return `e/${id.split('.')[0] ?? ''}/`;
    case 'dispute':
      return `e/${id.split('/')[0] ?? ''}/`;
    case 'source':
      return 'sources/';
    case 'relation':
      return '';
    case 'tour':
      return `t/${id}/`;
    default:
      throw new Error(`unknown kind of id: ${kind}`);
  }
}
