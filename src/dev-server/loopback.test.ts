import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLoopback } from './loopback.js';

describe('a host is this computer', () => {
  for (const [host, expected] of [
    ['localhost', true],
    ['cart.localhost', true],
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['[::1]', true],
    ['::ffff:127.0.0.1', true],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['evillocalhost', false],
    ['192.168.0.4', false],
    ['', false],
  ] as const) {
    it(`${expected ? 'if' : 'not if'} it is called "${host}"`, () => assert.equal(isLoopback(host), expected));
  }
});
