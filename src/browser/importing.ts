// The browser's side of the pages for adding data: plain HTML with a drop zone, a small map, and parts that follow an import.

import { followChoices } from './importing/choices';
import { defineFileDrop } from './importing/file-drop';
import { defineImportMap } from './importing/import-map';
import { defineReloadPage } from './importing/reload-page';
import { defineConnectionState, startCircuit } from './page/connection';
import { listenToKeys } from './page/keys';

const maps = defineImportMap();
defineFileDrop();
defineReloadPage();
defineConnectionState();
followChoices();

const nothing = (): void => {};
listenToKeys({ step: nothing, moveWindow: nothing, growWindow: nothing, togglePlay: nothing, fitMap: nothing });

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => maps.themeChanged());
addEventListener('DOMContentLoaded', () => void startCircuit(), { once: true });
