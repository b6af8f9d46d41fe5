import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBareSpecifier, isExposedKey, isIntegrity, isRemoteName } from './forms.js';

const cases: readonly [(text: string) => boolean, usable: readonly string[], refused: readonly string[]][] = [
  [isRemoteName, ['cart', '@org/cart', 'team/cart', '2nd'], ['', '.cart', 'a//b', '../a', 'a b', 'a'.repeat(215)]],
  [isBareSpecifier, ['lit', '@lit/context', 'lit/decorators.js'], ['', './lit', 'lit/', 'lit/../a', 'https://a/']],
  [isIntegrity, ['sha384-abc=', 'sha256-a sha512-b=='], ['', 'md5-abc', 'sha384-', 'sha384-a?x']],
  [isExposedKey, ['./Cart', './pages/$id.js'], ['Cart', './', './.env', './a/../b', './a//b']],
];

for (const [isUsable, usable, refused] of cases) {
  describe(isUsable.name, () => {
    for (const text of usable) it(`takes "${text}"`, () => assert.equal(isUsable(text), true));
    for (const text of refused) it(`refuses "${text.slice(0, 20)}"`, () => assert.equal(isUsable(text), false));
  });
}
