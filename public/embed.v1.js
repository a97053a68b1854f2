/*
 * Sourceline, host script 1. Optional: a frame of ours works without it, at the height its code gives.
 * It does two things. It gives each of our frames the height of what it holds, and it turns
 * <source-line src="…"> into such a frame. It asks nothing of the network, keeps nothing, and believes a frame
 * about its own height only. Immutable: a change of one byte gets a new name.
 */
(() => {
  'use strict';
  const LEAST = 120; // px
  const MOST = 4000;
  /** Where our frames live: beside this script. */
  const HOME = new URL('embed/', document.currentScript.src).href;
  /** Frames made from an element, whatever their address. */
  const made = new WeakSet();

  addEventListener('message', ({ data, source }) => {
    if (!source || typeof data !== 'object' || data === null || data.sourceline !== 'height') return;
    if (!Number.isFinite(data.height)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source || !(made.has(frame) || frame.src.startsWith(HOME))) continue;
      frame.style.height = Math.round(Math.min(MOST, Math.max(LEAST, data.height))) + 'px';
    }
  });

  // A frame that was there before this script has said its height already: it is asked to say it again.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.src.startsWith(HOME)) frame.contentWindow.postMessage({ sourceline: 'measure' }, '*');
  }

  class SourceLine extends HTMLElement {
    static observedAttributes = ['src', 'title', 'height'];
    frame = null;

    connectedCallback() {
      this.update();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.update();
    }

    update() {
      const src = this.address();
      if (src === null) return; // what stands inside, a link, stays
      const frame = this.frame ?? document.createElement('iframe');
      frame.title = this.getAttribute('title') ?? 'Timeline';
      if (frame.src !== src) frame.src = src;
      if (this.frame) return;
      this.frame = frame;
      made.add(frame);
      frame.width = '100%';
      frame.height = /^\d{2,4}$/.test(this.getAttribute('height')) ? this.getAttribute('height') : '640';
      frame.loading = 'lazy';
      frame.allow = 'clipboard-write; fullscreen';
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      frame.style.border = '0';
      this.prepend(frame);
    }

    /** A web address, or nothing: never a script's. */
    address() {
      try {
        const { href, protocol } = new URL(this.getAttribute('src'), document.baseURI);
        return /^https?:$/.test(protocol) ? href : null;
      } catch {
        return null;
      }
    }
  }
  if (!customElements.get('source-line')) customElements.define('source-line', SourceLine);
})();
