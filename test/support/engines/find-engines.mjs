import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const engines = [chromium, firefox, webkit];

/** The engines that are not installed here, each with its `name` and a `hint` that says how to. */
export function missingEngines() {
  return engines.filter(({ create }) => !create());
}

/**
 * A launcher for each engine that is installed here.
 *
 * `WTR_BROWSERS=chromium,webkit` asks for those two and no others; one that is asked for by name must be there.
 *
 * @throws {Error} If one that was asked for, or every one, is missing: how to install it.
 */
export function findEngines(names = process.env.WTR_BROWSERS) {
  const wanted = names?.split(',').map((name) => name.trim());
  const unknown = wanted?.filter((name) => !engines.some((engine) => engine.name === name)) ?? [];
  if (unknown.length > 0) {
    const known = engines.map(({ name }) => name).join(', ');
    throw new Error(`WTR_BROWSERS names ${unknown.join(', ')}; there are ${known}. Correct the name.`);
  }
  const considered = engines.filter(({ name }) => !wanted || wanted.includes(name));
  const found = considered.map((engine) => ({ engine, launcher: engine.create() }));
  const launchers = found.flatMap(({ launcher }) => launcher ?? []);
  const missing = found.flatMap(({ engine, launcher }) =>
    launcher ? [] : `${engine.name} is not installed: ${engine.hint}.`,
  );
  if (launchers.length === 0 || (wanted && missing.length > 0)) {
    throw new Error(`The browser tests have no engine to run in. ${missing.join(' ')}`);
  }
  if (missing.length > 0) process.stdout.write(`${missing.join('\n')}\n`);
  return launchers;
}
