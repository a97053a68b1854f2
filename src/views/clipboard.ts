/**
 * Puts a text on the clipboard.
 * @returns false where that is refused, in frames and on pages without https: the reader then copies by hand
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Hands an address to the system's own dialog for sharing.
 * @returns false where there is none, or not for this page; true also when the reader thought better of it
 */
export async function shareAddress(title: string, url: string): Promise<boolean> {
  if (!('share' in navigator)) return false;
  try {
    await navigator.share({ title, url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
