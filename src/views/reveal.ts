import type { Attachment } from 'svelte/attachments';

type Options = {
  /** Takes the focus there as well: the reader works by key. */
  readonly focused?: boolean;
  /** The page itself may be scrolled where nothing around the element can be. Never in a frame: that would move the host's. */
  readonly page?: boolean;
};

/** Scrolls what scrolls around an element until it can be seen. */
export function reveal({ focused = false, page = false }: Options = {}): Attachment<HTMLElement> {
  return (element) => {
    let box = element.parentElement;
    while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
    const { top } = element.getBoundingClientRect();
    if (box) box.scrollTo({ top: box.scrollTop + top - box.getBoundingClientRect().top - box.clientHeight / 4 });
    else if (page) element.scrollIntoView({ block: 'center' });
    if (focused) element.focus({ preventScroll: true });
  };
}
