/** Shows a dialog as soon as it is there: it takes the focus, and Escape closes it. */
export function openModal(dialog: HTMLDialogElement): void {
  dialog.showModal();
}
