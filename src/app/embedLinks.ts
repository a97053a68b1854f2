import { must } from '#base/assert.ts';
import { linkMessage } from '#app/embedMessages.ts';
import { secretOf } from '#app/embedOptions.ts';

/**
 * In a sandbox a link may do nothing, and a frame cannot find out. So there each address that is pressed is also shown, to be copied; and
 * WordPress, which follows links to our own host, is asked to. Elsewhere links do what links do.
 */
export function bindLinks(frame: HTMLElement): void {
  if (window.origin !== 'null') return;
  const card = must(frame.querySelector<HTMLElement>('[data-address]'), 'the frame has no place for an address');
  const field = must(card.querySelector('input'), 'the place for an address has no field');
  const button = must(card.querySelector('button'), 'the place for an address has no button');
  const status = must(card.querySelector<HTMLElement>('[role="status"]'), 'the place for an address has no status');

  frame.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null || !/^https?:$/.test(link.protocol)) return;
    const secret = secretOf(location.hash);
    if (secret !== null && link.host === location.host) window.parent.postMessage(linkMessage(link.href, secret), '*');
    show(link);
  });
  button.addEventListener('click', () => void copy());

  function show(link: HTMLAnchorElement): void {
    field.value = link.href;
    status.textContent = '';
    card.hidden = false;
    // Beside what was pressed: the frame may be longer than the screen. What a component holds is left to it.
    const beside = link.closest('[data-stage]') ? null : link.closest('p, li, header, footer');
    if (beside) beside.after(card);
    else frame.append(card);
    field.focus({ preventScroll: true });
    field.select();
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = status.dataset['copied'] ?? '';
    } catch {
      field.select(); // the reader copies by hand
      status.textContent = status.dataset['refused'] ?? '';
    }
  }
}
