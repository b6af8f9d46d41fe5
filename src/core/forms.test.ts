import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBareSpecifier, isExposedKey, isIntegrity, isRemoteName } from './forms.js';

const cases: readonly [(text: string) => boolean, usable: readonly string[], refused: readonly string[]][] = [
  [isRemoteName, ['cart', '@org/cart', 'team/cart', '2nd'], ['', '.cart', 'a//b', '../a', 'a b', 'a'.repeat(215)]],
  [
    isBareSpecifier,
    // Aliases as the `paths` of a tsconfig have them, which Native Federation shares as packages.
    ['lit', '@lit/context', 'lit/decorators.js', '@shared', '@/ui', '~/ui', '#lib/a', '$lib'],
    ['', './lit', '../lit', '/lit', 'lit/', 'lit/../a', 'a b', 'https://a/', 'nf:x'],
  ],
  [isIntegrity, ['sha384-abc=', 'sha256-a sha512-b=='], ['', 'md5-abc', 'sha384-', 'sha384-a?x']],
  [isExposedKey, ['./Cart', './pages/$id.js'], ['Cart', './', './.env', './a/../b', './a//b']],
];

for (const [isUsable, usable, refused] of cases) {
  describe(isUsable.name, () => {
    for (const text of usable) it(`takes "${text}"`, () => assert.equal(isUsable(text), true));
    for (const text of refused) it(`refuses "${text.slice(0, 20)}"`, () => assert.equal(isUsable(text), false));
  });
}
