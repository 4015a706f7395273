// The UI kit's style sheet, cut down to the components that the pages use: of 790 KB about 6 remain.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';

/** The classes that the kit's components write; a new component of the kit brings its own. */
const CLASSES = [
  'rz-tabview', 'rz-tabview-top', 'rz-tabview-nav', 'rz-tabview-title', 'rz-tabview-selected', 'rz-tabview-panels', 'rz-tabview-panel',
  'rz-dialog', 'rz-dialog-wrapper', 'rz-dialog-mask', 'rz-dialog-titlebar', 'rz-dialog-title', 'rz-dialog-titlebar-icon',
  'rz-dialog-titlebar-close', 'rz-dialog-content',
];

/**
 * Border boxes for whatever lies in the kit's elements. The pages give them to everything, and with these selectors the browser
 * would look again at all that an element holds whenever any class of it changed: at the whole page as soon as the map is dragged.
 */
const BORDER_BOXES = /\[class\^=rz-\],[^{}]*\{box-sizing:border-box\}/;

/** Reads the sheet in the kit's package and writes what is left of it. */
export async function writeKitSheet(packagePath, destination) {
  const sheet = await readFile(join(packagePath, 'staticwebassets', 'css', 'material-base.css'), 'utf8');
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: `<div class="${CLASSES.join(' ')}"></div>`, extension: 'html' }],
    css: [{ raw: sheet.replace(/^\uFEFF/, '') }],
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  await writeFile(destination, result.css.replace(BORDER_BOXES, ''));
}
