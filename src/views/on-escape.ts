import type { Attachment } from 'svelte/attachments';

/**
 * Closes what is open within an element when Esc is pressed anywhere in it. One press closes one thing, the innermost.
 * A dialog that is opened from within closes by itself, and alone.
 * @param close false when nothing was open: the press then goes on to what lies around it
 */
export function onEscape(close: () => boolean): Attachment<HTMLElement> {
  return (element) => {
    const onkeydown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const inDialog = event.target instanceof Element && element.contains(event.target.closest('dialog'));
      if (!inDialog && close()) event.stopPropagation();
    };
    element.addEventListener('keydown', onkeydown);
    return () => element.removeEventListener('keydown', onkeydown);
  };
}
