// The QR code of a view, as large as the screen lets it be: everybody in the room reads it with their own phone. It is dark on
// white in every theme, because that is what phones read.

import { button, element } from '../page/elements';
import { shortLinkOf } from './short-link';

/** `query` is that of the view, `address` where it is shown. A short link has fewer squares, which are read from farther away. */
export function showCode(title: string, query: string, address: string): void {
  const heading = element('h2', 'code-title', title);
  const words = element('p', 'code-address', '');
  const picture = element('img', 'code-picture');
  picture.alt = 'QR code of the link to this view';
  const sheet = element('dialog', 'code-sheet', button('icon-button code-close', 'Close (Esc)', () => sheet.close(), cross()), heading, picture, words);
  heading.id = 'code-title';
  heading.dir = 'auto';
  sheet.setAttribute('aria-labelledby', heading.id);
  sheet.setAttribute('aria-modal', 'true'); // the keys of the page are not for it
  sheet.addEventListener('close', () => sheet.remove());
  sheet.addEventListener('click', event => event.target === sheet && sheet.close());
  document.body.append(sheet);
  sheet.showModal();
  void shortLinkOf(query).catch(() => null).then(short => {
    picture.src = short === null ? `/qr.svg${query}` : `/qr.svg?s=${short.slice(short.lastIndexOf('/') + 1)}`;
    words.textContent = (short ?? address).replace(/^https?:\/\//, '');
  });
}

function cross(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M5 5l10 10M15 5 5 15');
  svg.append(path);
  return svg;
}
