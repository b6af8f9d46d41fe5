import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BuildError } from '../build/build-error.js';
import { explain } from '../core/explain.js';
import { describeError, errorAsData, reportFailure } from './describe-error.js';

describe('what is said of an error', () => {
  it('has the code of an error, for people and machines, and nothing that steers a terminal', () => {
    const error = new BuildError('name-missing', { file: '\u001B[2Ja.js' });
    assert.match(describeError(error), /^name-missing: /);
    assert.ok(!describeError(error).includes('\u001B'));
    assert.deepEqual(errorAsData(error), { code: 'name-missing', message: error.message, details: error.details });
  });

  it('has the stack of an error that nobody expected', () => {
    assert.match(describeError(new TypeError('oh')), /^TypeError: oh\n {4}at /);
    assert.deepEqual(errorAsData(new TypeError('oh')), { message: 'oh' });
  });
});

describe('what a command says that has failed', () => {
  const said = (error: unknown, isForMachines: boolean): { code: number; stdout: string; stderr: string } => {
    const stdout: string[] = [];
    const stderr: string[] = [];
    const code = reportFailure(error, isForMachines, {
      print: (text) => void stdout.push(text),
      report: (text) => void stderr.push(text),
      progress: () => undefined,
      paint: (_style, text) => text,
    });
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  };

  for (const error of [
    new BuildError('name-missing', { file: 'a.js' }),
    explain('manifest-html', { url: 'https://shop.example/' }),
  ]) {
    it(`is ${error.code} and why, on standard error`, () => {
      assert.deepEqual(said(error, false), { code: 1, stdout: '', stderr: describeError(error) });
    });

    it(`is one JSON document for machines, with ${error.code}`, () => {
      const { code, stdout, stderr } = said(error, true);
      const { message, details } = error;
      assert.deepEqual([code, JSON.parse(stdout), stderr], [1, { error: { code: error.code, message, details } }, '']);
    });
  }

  it('is nothing where nobody expected the error', () => {
    const error = new TypeError('oh');
    assert.throws(() => said(error, true), error);
  });
});
