import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import '#styles/columns.css';
import { startReading } from '#state/columns-start.ts';

// The page of many events. The build names the file of a page of its own; else the address does: `?story=../data/strikes.json`, relative to
// the page. Only files of the same origin are read. The reading starts before all else: the page that shows the file is fetched meanwhile.
const own = document.querySelector<HTMLElement>('[data-app]')?.dataset['file'];
const named = own ?? new URLSearchParams(location.search).get('story');
const href = named && URL.canParse(named, location.href) ? new URL(named, location.href).href : null;
const reading = href === null ? undefined : startReading(href);
const { showColumns } = await import('#app/showColumns.ts');
showColumns(href, reading);
