import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildProject, sharedOf } from '../support/build-project.js';
import type { Dependencies } from '../support/install-packages.js';
import { mergeDependencies } from '../support/merge-dependencies.js';
import { hasBrowser, runInBrowser } from '../support/run-in-browser.js';

/** A CommonJS package, an expression that uses it, and what that gives. */
type Case = readonly [packages: Dependencies, imports: string, expression: string, expected: unknown];

const react = { react: '19.2.0', 'react-dom': '19.2.0' };
const cases: readonly Case[] = [
  [
    { lodash: '4.17.21' },
    "import _, { map } from 'lodash'; import debounce from 'lodash/debounce'; import fp from 'lodash/fp';",
    '[map([1], (x) => x + 1), _.map === map, typeof debounce, fp.add(1)(2)]',
    [[2], true, 'function', 3],
  ],
  [{ moment: '2.30.1' }, "import moment from 'moment';", 'moment.utc(0).year()', 1970],
  [
    { dayjs: '1.11.18' },
    "import dayjs from 'dayjs'; import utc from 'dayjs/plugin/utc';",
    '(dayjs.extend(utc), dayjs.utc(0).year())',
    1970,
  ],
  [
    { classnames: '2.5.1' },
    "import classNames from 'classnames'; import bind from 'classnames/bind';",
    "[classNames('a', { b: true }), typeof bind]",
    ['a b', 'function'],
  ],
  [{ 'prop-types': '15.8.1' }, "import PropTypes, { string } from 'prop-types';", 'PropTypes.string === string', true],
  [{ qs: '6.14.0' }, "import qs, { parse } from 'qs';", "[parse('a=1'), qs.stringify({ b: 2 })]", [{ a: '1' }, 'b=2']],
  [{ 'bn.js': '5.2.2' }, "import BN from 'bn.js';", 'new BN(3).toString()', '3'],
  [{ jquery: '3.7.1' }, "import $ from 'jquery';", "$('<p>a</p>').text()", 'a'],
  [
    { eventemitter3: '5.0.1' },
    "import EventEmitter, { EventEmitter as Named } from 'eventemitter3';",
    'EventEmitter === Named',
    true,
  ],
  [{ immutable: '4.3.7' }, "import { List } from 'immutable';", 'List([1, 2]).size', 2],
  [{ ajv: '8.17.1' }, "import Ajv from 'ajv';", "new Ajv().compile({ type: 'number' })(1)", true],
  [
    { 'hoist-non-react-statics': '3.3.2', 'react-is': '16.13.1' },
    "import hoist from 'hoist-non-react-statics'; import { isElement } from 'react-is';",
    '[typeof hoist, isElement({})]',
    ['function', false],
  ],
  [
    { ...react, 'use-sync-external-store': '1.6.0' },
    "import { useSyncExternalStoreWithSelector } from 'use-sync-external-store/shim/with-selector'; import { useSyncExternalStore } from 'react';",
    'typeof useSyncExternalStoreWithSelector + typeof useSyncExternalStore',
    'functionfunction',
  ],
  [
    { ...react, 'styled-components': '6.1.19' },
    "import styled from 'styled-components'; import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { flushSync } from 'react-dom';",
    "(() => { const target = document.createElement('p'); flushSync(() => createRoot(target).render(createElement(styled.b`color: red`, null, 'x'))); return target.textContent; })()",
    'x',
  ],
];

const installed = mergeDependencies(cases.map(([packages]) => packages));

describe('a package of CommonJS modules', { skip: !hasBrowser && 'there is no Chromium' }, () => {
  for (const [packages, imports, expression, expected] of cases) {
    it(`works in a browser: ${Object.entries(packages)
      .map((one) => one.join(' '))
      .join(', ')}`, async () => {
      const built = await buildProject({
        packages: installed(packages),
        files: {
          'package.json': { name: 'it', version: '1.0.0', type: 'module', dependencies: packages },
          'src/m.js': `${imports}\nexport const value = ${expression};`,
        },
      });
      assert.ok(sharedOf(built).length > 0);
      const { value, errors } = await runInBrowser(built.outDir, "return (await import('it/M')).value");
      assert.deepEqual([value, errors], [expected, []]);
    });
  }
});
