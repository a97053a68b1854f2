// The same file for everyone: columns as JSON, named in the address of the page.

/** @returns {Promise<{title: string[], start: number[], end: number[], band: number[], bands: string[]}>} */
export async function story() {
  const response = await fetch(new URLSearchParams(location.search).get('story') ?? '');
  const { columns, bands } = await response.json();
  return { ...columns, bands: bands.map(({ title }) => title) };
}

/** What happens after the next picture: by then everything that was drawn is on screen. */
export function drawn() {
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute('data-drawn', '')));
}
