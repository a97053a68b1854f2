/** Scrolls what scrolls around an element until it can be seen. Never the page itself: in a frame that would move the host's. */
export function reveal(element: HTMLElement): void {
  let box = element.parentElement;
  while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
  if (!box) return;
  const { top } = element.getBoundingClientRect();
  box.scrollTo({ top: box.scrollTop + top - box.getBoundingClientRect().top - box.clientHeight / 4 });
}
