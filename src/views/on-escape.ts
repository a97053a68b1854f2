import type { Attachment } from 'svelte/attachments';

/**
 * Closes what is open within an element when Esc is pressed anywhere in it. One press closes one thing, the innermost.
 * @param close false when nothing was open: the press then goes on to what lies around it
 */
export function onEscape(close: () => boolean): Attachment<HTMLElement> {
  return (element) => {
    const onkeydown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && close()) event.stopPropagation();
    };
    element.addEventListener('keydown', onkeydown);
    return () => element.removeEventListener('keydown', onkeydown);
  };
}
