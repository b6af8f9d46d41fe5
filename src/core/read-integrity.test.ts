import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readIntegrity } from './read-integrity.js';

for (const text of ['sha256-AAAA', 'sha384-a+/9==', 'sha512-AAAA sha384-BBBB']) {
  it(`${text} is integrity metadata`, () => assert.equal(readIntegrity(text), text));
}
for (const text of ['', 'md5-AAAA', 'sha1-AAAA', 'sha384-', 'sha384:AAAA', 'not-a-hash', 'sha384-AAAA x']) {
  it(`"${text}" is none, which a browser would not enforce`, () => assert.throws(() => readIntegrity(text)));
}
