import type { Agreement, Copy, Decision, PackageAgreement } from 'federation-elements';
import { createElement } from './create-element.js';

/** One card a package: its copies, and for each remote the sentence that says why it was given that copy. */
export function renderPackages(agreement: Agreement | undefined): readonly Node[] {
  const packages = agreement?.packages.filter(({ decisions }) => decisions.length > 0) ?? [];
  if (packages.length === 0) return [createElement('p', '', 'Nothing is shared here yet.')];
  return packages.map(renderPackage);
}

function renderPackage({ packageName, copies, decisions }: PackageAgreement): Node {
  const used = copies.filter((copy) => decisions.some((decision) => isGiven(decision, copy)));
  const verdict =
    used.length === 1 ? (decisions.length === 1 ? 'one copy' : 'one copy for all') : `${used.length} copies`;
  return createElement(
    'article',
    'seams-package',
    createElement('h3', '', packageName, createElement('span', used.length > 1 ? 'seams-apart' : '', verdict)),
    ...used.map((copy) =>
      renderCopy(
        copy,
        decisions.filter((decision) => isGiven(decision, copy)),
      ),
    ),
  );
}

function renderCopy({ version, provider }: Copy, decisions: readonly Decision[]): Node {
  return createElement(
    'section',
    'seams-copy',
    createElement('p', 'seams-version', createElement('strong', '', version ?? 'any version'), ` from ${provider}`),
    createElement('ul', '', ...decisions.map(({ sentence }) => createElement('li', '', sentence))),
  );
}

/** A copy is one package, at one version, as one remote ships it. */
function isGiven({ copy }: Decision, { provider, version }: Copy): boolean {
  return copy.provider === provider && copy.version === version;
}
