import type { Agreement, Copy } from '../../../src/core/agreement.js';
import { packageNameOf } from '../../../src/core/package-name.js';
import type { RemoteEntry, SharedEntryPoint } from '../../../src/core/remote-entry.js';
import { satisfies } from '../../../src/core/version.js';

/** A package as one remote ships it. */
interface ShippedCopy {
  readonly entry: RemoteEntry;
  readonly packageName: string;
  readonly main: SharedEntryPoint;
  readonly specifiers: readonly string[];
  bytes: number;
}

/** What a remote or a copy asks of a package, and the place for what it gets. */
interface Question {
  /** Equal for two questions that can only have one answer. */
  readonly place: string;
  readonly packageName: string;
  readonly isSingle: boolean;
  readonly answers: readonly ShippedCopy[];
}

/**
 * The fewest bytes with which all promises can be kept: found by trying every set of copies, the smaller ones first.
 *
 * Shares no code and no idea with the negotiation, so that each can find the other's mistakes. For small portfolios only.
 *
 * @param committed - What the page already lives by, if some of the remotes are late.
 * @param limit - Bytes of an answer that is known: only sets that are smaller are tried.
 * @returns The bytes of the smallest set that will do, or `limit` if no smaller one does.
 */
export function fewestBytes(
  entries: readonly RemoteEntry[],
  host: RemoteEntry | undefined,
  limit: number,
  committed?: Agreement,
): number {
  const copies = entries.flatMap(copiesOf);
  assumeSizes(copies);
  const loaded = recall(committed, copies);
  const late = entries.filter(({ name }) => !committed?.entries.some((entry) => entry.name === name));
  const remotes = late.map((entry) =>
    copies.filter((copy) => copy.entry === entry).map((copy) => ask(copy, copy, copies, host)),
  );
  const needs = new Map(copies.map((copy) => [copy, needsOf(copy, copies, host)]));
  const maskOf = (some: Iterable<ShippedCopy>): number =>
    [...some].reduce((mask, copy) => mask | (1 << copies.indexOf(copy)), 0);
  const musts = remotes.flat().map(({ answers }) => maskOf(answers));
  const free = maskOf(loaded.copies);
  const sets: { mask: number; bytes: number }[] = [];
  for (let mask = 0; mask < 2 ** copies.length; mask++) {
    if ((mask & free) !== free || musts.some((must) => (must & mask) === 0)) continue;
    const bytes = copies.reduce((sum, copy, index) => sum + (mask & ~free & (1 << index) ? copy.bytes : 0), 0);
    if (bytes < limit) sets.push({ mask, bytes });
  }
  sets.sort((a, b) => a.bytes - b.bytes);
  const found = sets.find(({ mask }) => {
    const isThere = (copy: ShippedCopy): boolean => (mask & (1 << copies.indexOf(copy))) !== 0;
    return canAnswer(remotes, 0, new Map(loaded.answers), needs, isThere);
  });
  return found?.bytes ?? limit;
}

/** What the page lives by: the copies that are loaded, and what was answered. */
function recall(
  committed: Agreement | undefined,
  copies: readonly ShippedCopy[],
): { copies: Set<ShippedCopy>; answers: Answers } {
  const answers: Answers = new Map();
  const find = ({ packageName, provider }: Copy): ShippedCopy =>
    copies.find((copy) => copy.packageName === packageName && copy.entry.name === provider) as ShippedCopy;
  for (const { packageName, copies: used, decisions } of committed?.packages ?? []) {
    for (const { consumer, copy } of decisions) answers.set(`${consumer}: ${packageName}`, find(copy));
    for (const { provider, dependencies } of used) {
      for (const [name, copy] of dependencies) answers.set(`${packageName} of ${provider}: ${name}`, find(copy));
    }
  }
  return { copies: new Set((committed?.packages ?? []).flatMap((agreed) => agreed.copies).map(find)), answers };
}

/** The bytes of the copies that an agreement uses, as the search above counts them; what is committed costs nothing. */
export function sizeOf({ packages }: Agreement, entries: readonly RemoteEntry[], committed?: Agreement): number {
  const copies = entries.flatMap(copiesOf);
  assumeSizes(copies);
  const loaded = new Set(committed?.packages.flatMap((agreed) => agreed.copies));
  const used = packages.flatMap((agreed) => agreed.copies).filter((copy) => !loaded.has(copy));
  const isUsed = ({ packageName, entry }: ShippedCopy): boolean =>
    used.some((copy) => copy.packageName === packageName && copy.provider === entry.name);
  return copies.filter(isUsed).reduce((sum, { bytes }) => sum + bytes, 0);
}

function copiesOf(entry: RemoteEntry): ShippedCopy[] {
  const names = [...new Set(entry.shared.map(({ packageName }) => packageName))];
  return names.map((packageName) => {
    const points = entry.shared.filter((point) => point.packageName === packageName);
    const main = points.find(({ specifier }) => specifier === packageName) ?? (points[0] as SharedEntryPoint);
    const files = new Set(points.map(({ file }) => entry.base + file));
    for (const url of files) for (const file of entry.files.get(url)?.imports ?? []) files.add(file);
    const bytes = [...files].reduce((sum, url) => sum + (entry.files.get(url)?.bytes ?? Number.NaN), 0);
    return { entry, packageName, main, specifiers: points.map(({ specifier }) => specifier), bytes };
  });
}

/** Where one size is unknown, all copies of the package count as much as the largest. */
function assumeSizes(copies: readonly ShippedCopy[]): void {
  for (const { packageName } of copies) {
    const alike = copies.filter((copy) => copy.packageName === packageName);
    if (!alike.some(({ bytes }) => Number.isNaN(bytes))) continue;
    const most = Math.max(0, ...alike.map(({ bytes }) => bytes).filter((bytes) => !Number.isNaN(bytes))) || 30_000;
    for (const copy of alike) copy.bytes = most;
  }
}

/** The question of a remote, or of a copy that imports what the remote ships as `sibling`. */
function ask(
  asker: ShippedCopy,
  sibling: ShippedCopy,
  copies: readonly ShippedCopy[],
  host: RemoteEntry | undefined,
  specifiers: readonly string[] = sibling.specifiers,
): Question {
  const { packageName, main, entry } = sibling;
  const isRemote = asker === sibling && specifiers === sibling.specifiers;
  const range = isRemote
    ? main.requiredVersion
    : (entry.packages.get(asker.packageName)?.dependencies.get(packageName) ?? main.requiredVersion);
  const isWish = isRemote && main.singleton && !main.strictVersion;
  const isTied = entry.files.size === 0 && entry.chunks.size > 0;
  const isAlone = entry === host || (asker === sibling && !isRemote);
  const mayHave = (copy: ShippedCopy): boolean =>
    !isAlone &&
    copy.packageName === packageName &&
    isShared(sibling, copy) &&
    specifiers.every((specifier) => copy.specifiers.includes(specifier)) &&
    (isWish || range === undefined || satisfies(copy.main.version ?? '', range));
  const answers = copies.filter((copy) => copy === sibling || mayHave(copy));
  const place =
    isRemote || isTied ? `${entry.name}: ${packageName}` : `${asker.packageName} of ${entry.name}: ${packageName}`;
  return { place, packageName, isSingle: main.singleton, answers };
}

/** Whether the share scopes let one copy be given instead of another. */
function isShared({ main }: ShippedCopy, other: ShippedCopy): boolean {
  const isEqual = main.version === other.main.version;
  return (
    other.entry.provides === true &&
    other.main.shareScope === main.shareScope &&
    (main.shareScope !== 'strict' || isEqual)
  );
}

function needsOf(copy: ShippedCopy, copies: readonly ShippedCopy[], host: RemoteEntry | undefined): Question[] {
  const { entry, packageName, specifiers } = copy;
  const isTold = entry.files.size > 0;
  const points = entry.shared.filter((point) => point.packageName === packageName);
  const files = new Set(points.map(({ file }) => entry.base + file));
  for (const url of files) for (const file of entry.files.get(url)?.imports ?? []) files.add(file);
  const told = [...files].flatMap((url) => entry.files.get(url)?.externals ?? []);
  const guessed = entry.shared.filter((other) =>
    other.packageName === packageName ? !isTold && specifiers.length > 1 : isCoupled(copy, other, isTold),
  );
  const imports = [...new Set([...told, ...guessed.map(({ specifier }) => specifier)])];
  return [...new Set(imports.map(packageNameOf))].flatMap((name) => {
    const sibling = copies.find((other) => other.entry === entry && other.packageName === name);
    const wanted = imports.filter((specifier) => packageNameOf(specifier) === name);
    return sibling ? [ask(copy, sibling, copies, host, wanted)] : [];
  });
}

function isCoupled({ packageName, main }: ShippedCopy, other: SharedEntryPoint, isTold: boolean): boolean {
  const [npmScope] = packageName.split('/');
  const isOfScope = packageName.startsWith('@') && other.packageName.startsWith(`${npmScope}/`);
  return (isOfScope && !isTold) || (main.pool !== undefined && other.pool === main.pool);
}

type Answers = Map<string, ShippedCopy>;

/** Whether the remotes from one on can be answered with the copies that are there, as the others are. */
function canAnswer(
  remotes: readonly (readonly Question[])[],
  index: number,
  answers: Answers,
  needs: ReadonlyMap<ShippedCopy, readonly Question[]>,
  isThere: (copy: ShippedCopy) => boolean,
): boolean {
  const questions = remotes[index];
  if (!questions) return true;
  const answer = (open: readonly Question[], asked: readonly Question[]): boolean => {
    const [question, ...rest] = open;
    if (!question) return canAnswer(remotes, index + 1, answers, needs, isThere);
    const known = answers.get(question.place);
    const isFound = question.answers.some((copy) => {
      if (known ? copy !== known : !isThere(copy)) return false;
      if (!isSingleWhereAsked(question, copy, asked, answers)) return false;
      const isReached = asked.some(({ place }) => answers.get(place) === copy);
      answers.set(question.place, copy);
      const more = isReached ? [] : (needs.get(copy) as readonly Question[]);
      return answer([...more, ...rest], [...asked, question]);
    });
    if (!isFound && !known) answers.delete(question.place);
    return isFound;
  };
  return answer(questions, []);
}

/** Whether a copy is the same as all that one remote got of the package before, where one of them must be the only one. */
function isSingleWhereAsked(
  question: Question,
  copy: ShippedCopy,
  asked: readonly Question[],
  answers: Answers,
): boolean {
  return asked.every(
    ({ packageName, isSingle, place }) =>
      packageName !== question.packageName || !(isSingle || question.isSingle) || answers.get(place) === copy,
  );
}
