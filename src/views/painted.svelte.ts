import type { Attachment } from 'svelte/attachments';
import { createPainter, type Drawing } from '#views/painter.ts';

/**
 * Fills an element with what `read` gives, and keeps it so.
 * @param inOrder for what may overlap: whether the elements are put in their order now, so that the same picture is drawn from any path
 */
export function painted(read: () => readonly Drawing[], inOrder: () => boolean = () => false): Attachment<Element> {
  return (element) => {
    const paint = createPainter(element);
    $effect(() => paint(read(), inOrder()));
  };
}
