import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameLine } from '../../src/browser/sharing/embed-builder';

test('the line for a frame is escaped as the server escapes it', () => {
  assert.equal(
    frameLine('https://incidents.example/embed?q=a&kind="x', 'A <b> & "it\'s"', '800', '560'),
    '<iframe src="https://incidents.example/embed?q=a&amp;kind=&quot;x" title="A &lt;b&gt; &amp; &quot;it&#39;s&quot;" width="800" height="560" style="border:0;max-width:100%" loading="lazy"></iframe>',
  );
});
