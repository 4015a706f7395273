// The browser's side of the page from which a view is taken along: plain HTML with buttons that copy, and a frame that follows its form.

import { defineCopyText } from './sharing/copy-text';
import { defineEmbedBuilder } from './sharing/embed-builder';

defineCopyText();
defineEmbedBuilder();
