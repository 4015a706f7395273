// Line icons on a 20-pixel grid, drawn by us.

const PATHS = {
  play: 'M6.5 4.2v11.6l9.3-5.8Z',
  pause: 'M6.2 4.5h2.6v11H6.2ZM11.2 4.5h2.6v11h-2.6Z',
  previous: 'M12.5 5 7.5 10l5 5',
  next: 'M7.5 5l5 5-5 5',
  minus: 'M5 10h10',
  plus: 'M5 10h10M10 5v10',
  fit: 'M3.5 5v10M16.5 5v10M6 10h8M8.2 7.6 5.8 10l2.4 2.4M11.8 7.6l2.4 2.4-2.4 2.4',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7M3.2 3v3.2h3.2M10 6.2V10l2.6 1.8',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['play', 'pause'];
const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', FILLED.includes(name) ? 'timeline-icon filled' : 'timeline-icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
