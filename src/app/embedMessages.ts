/**
 * What a frame of ours says to the page around it, and the little it listens to. Nothing in it is private, so it may go to any origin: a
 * sandboxed frame cannot know the host's.
 */

/** A height in the three shapes that hosts understand, in one message: ours, AMP's, and WordPress's when it gave a secret. */
export function heightMessage(height: number, secret: string | null): object {
  return {
    sourceline: 'height',
    height,
    // https://amp.dev/documentation/components/amp-iframe
    sentinel: 'amp',
    type: 'embed-size',
    // https://github.com/WordPress/WordPress wp-includes/js/wp-embed.js
    ...(secret !== null && { message: 'height', value: height, secret }),
  };
}

/** Asks WordPress to go to an address: it does so only for our own host, and while the frame has the focus. */
export function linkMessage(address: string, secret: string): object {
  return { message: 'link', value: address, secret };
}

/** Whether a message is one of the two that a frame hears: both ask for its height again, and can do nothing else. */
export function asksForHeight(data: unknown, secret: string | null): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { sourceline, message, secret: given } = data as Readonly<Record<string, unknown>>;
  return sourceline === 'measure' || (secret !== null && message === 'ready' && given === secret);
}
