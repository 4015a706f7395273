// The browser's side of pages that are plain HTML and from which a view is taken along: buttons that copy, a menu, and a frame that
// follows its form.

import { defineCopyText } from './sharing/copy-text';
import { defineEmbedBuilder } from './sharing/embed-builder';
import { defineLinkForm } from './sharing/link-form';
import { defineShortLink } from './sharing/make-short-link';
import { defineShareMenu } from './sharing/share-menu';

defineCopyText();
defineEmbedBuilder();
defineShareMenu();
defineShortLink();
defineLinkForm();
