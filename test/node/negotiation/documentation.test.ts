import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createImportMap } from '../../../src/core/create-import-map.js';
import { negotiate } from '../../../src/core/negotiate.js';
import { parseRemoteEntry } from '../../../src/core/parse-remote-entry.js';

const page = readFileSync(new URL('../../../docs/negotiation.md', import.meta.url), 'utf8');

/** A title, then entries, the map that they become, and the sentences. */
const example =
  /^### (\d+\. .+)\n[\s\S]*?```json\n([\s\S]*?)```[\s\S]*?```json\n([\s\S]*?)```\s*```text\n([\s\S]*?)```/gm;

describe('the examples of docs/negotiation.md', () => {
  const examples = [...page.matchAll(example)];

  it('are five', () => assert.equal(examples.length, 5));

  for (const [, title, remotes = '', map = '', sentences = ''] of examples) {
    it(`hold: ${title}`, () => {
      const documents: { name: string }[] = JSON.parse(remotes);
      const entries = documents.map((json) => parseRemoteEntry(json, `https://${json.name}.example/remoteEntry.json`));
      const host = entries.find(({ name }) => name === 'shell');
      const agreement = negotiate(entries, host ? { host } : {});
      const { imports, scopes } = createImportMap(agreement);
      assert.deepEqual(JSON.parse(JSON.stringify({ imports, scopes })), JSON.parse(map));
      const decisions = agreement.packages.flatMap((agreed) => agreed.decisions);
      assert.deepEqual(
        decisions.map(({ sentence }) => sentence),
        sentences.trim().split('\n'),
      );
    });
  }
});
