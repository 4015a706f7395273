// No library: what is left is what measuring costs.

import { run } from './page.js';

run(() => ({ show() {} }));
