// Runs before the first paint, so that the page never flashes in the other theme.

import { applyTheme } from './page/theme-choice';
import { applySplit } from './page/split-size';

applyTheme();
applySplit();
