// Starts the scripts of a page after its first frame; `afterFirstFrame` in src/site/built-template.ts says why.
{
  const LONGEST = 100; // ms
  const { src, dataset } = document.currentScript;
  const [first, ...imports] = dataset.scripts.split(' ').map((path) => new URL(path, src).href);
  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    for (const href of [first, ...imports]) {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }),
      );
    }
    // The story, which they will ask for first.
    const story = document.querySelector('link[data-integrity]');
    if (story) Object.assign(story, { as: 'fetch', type: '', crossOrigin: '', rel: 'preload' });
    // They take the page as it was written, to its end.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => import(first));
    else import(first);
  };
  // Another frame is asked for once the first has been given.
  requestAnimationFrame(() => requestAnimationFrame(start));
  setTimeout(start, LONGEST);
}
