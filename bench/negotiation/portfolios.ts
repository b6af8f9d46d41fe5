import { createPick } from '../../test/node/negotiation/create-pick.js';
import { createDocuments } from '../../test/node/negotiation/portfolio.js';
import { createDrifting } from './drifting.js';
import { range } from './range.js';

/** The texts of remote entries, by URL, as servers would send them. */
export type Texts = ReadonlyMap<string, string>;

/** Remotes that agree: the same packages, a minor version apart here and there, all within each other's ranges. */
export function createAgreeing(remotes: number, packages: number): Texts {
  return toTexts(
    range(remotes).map((remote) => ({
      name: `remote${remote}`,
      exposes: [{ key: './App', outFileName: 'App.js' }],
      shared: range(packages).map((number) => ({
        packageName: `package${number}`,
        version: `1.${(remote + number) % 3}.0`,
        requiredVersion: '^1.0.0',
        singleton: true,
        strictVersion: true,
        outFileName: `package${number}.js`,
      })),
    })),
  );
}

/** Portfolios in which remotes disagree, by what is printed of them. */
export const disagreeing: Readonly<Record<string, (remotes: number, packages: number, seed: number) => Texts>> = {
  'each family of packages installed at a time of its own: many a minor or a major version apart': (
    remotes,
    packages,
    seed,
  ) => toTexts(createDrifting(createPick(seed), remotes, packages)),
  'each package at a version drawn by lot, with narrow ranges: hardly two alike': (remotes, packages, seed) =>
    toTexts(createDocuments(createPick(seed), { remotes, packages, density: 10 })),
};

function toTexts(documents: readonly { readonly name: string }[]): Texts {
  return new Map(
    documents.map((document) => [`https://${document.name}.example/remoteEntry.json`, JSON.stringify(document)]),
  );
}
