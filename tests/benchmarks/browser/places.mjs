// Where things are on the pages that are measured, and how they say what they show.

export const PRODUCT = {
  map: '.map-stage',
  timeline: '.timeline-stage',
  pane: '.timeline-pane',
  zoomIn: 'incident-map [aria-label="Zoom in"]',
  zoomOut: 'incident-map [aria-label="Zoom out"]',
  /** Both live, and the map is where it opens. */
  isThere: () => document.querySelector('[data-circuit=alive] incident-map[data-live]') !== null
    && document.querySelector('incident-timeline[data-live]') !== null
    && (document.querySelector('.map-stage-waiting') === null || document.querySelector('.timeline-note:not([hidden]) .timeline-retry:not([hidden])') !== null),
  /** Why there is no picture; null when there is one. */
  refusal: () => {
    const note = document.querySelector('.timeline-note:not([hidden])');
    return note === null ? null : note.textContent;
  },
  isData: address => address.startsWith('/data/'),
  count: () => document.querySelector('live-count').shadowRoot?.textContent ?? '',
  isPointing: () => document.querySelector('.map-tip:popover-open') !== null,
};

export const PEER = {
  map: '#map',
  timeline: '#timeline',
  pane: '#window',
  zoomIn: '#zoom-in',
  zoomOut: '#zoom-out',
  isThere: () => performance.getEntriesByName('first picture').length > 0,
  refusal: () => null,
  isData: address => address.startsWith('/points/'),
  count: () => document.querySelector('#count').textContent,
  isPointing: () => !document.querySelector('#tip').hidden,
};
