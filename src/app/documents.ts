/**
 * What documents need beside their HTML: their styles, and those only. The build takes the stylesheet of this entry and leaves the script;
 * while the story is worked on, Vite's client brings the styles through it.
 */
import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';

/** Given away, or its styles would count as unused. */
export { default as Document } from '#app/Document.svelte';
