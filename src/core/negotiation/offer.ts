import type { RemoteEntry, SharedEntryPoint } from '../remote-entry.js';
import type { CopyFiles } from './copy-files.js';
import type { Terms } from './terms.js';

/** A remote that takes part in the negotiation. */
export interface Participant {
  readonly entry: RemoteEntry;
  /** Place in the order of the entries. */
  readonly order: number;
  readonly isHost: boolean;
  /** The participant before it whose entry is the same file, known by another name. */
  readonly original: Participant | undefined;
  /** By npm name. */
  readonly offers: Map<string, Offer>;
}

/** What a remote says of one package: what it wants, and the copy that it ships. */
export interface Offer {
  readonly participant: Participant;
  readonly terms: Terms;
  /** The entry points that it ships: none if the remote imports a package that it does not share. */
  readonly entryPoints: readonly SharedEntryPoint[];
  /** What the entry tells of its copy's files. */
  readonly files: CopyFiles | undefined;
  /** What its copy imports. */
  needs: readonly Need[];
  /** Whether its files are also others' of the same remote, so that they see what the remote sees. */
  isTied: boolean;
  /** The answer: the offer whose copy the remote is given. */
  given: Offer | undefined;
  /** If its copy is in use: by npm name, the offers whose copies its own imports lead to. */
  wired: ReadonlyMap<string, Offer> | undefined;
}

/** What a copy imports of one package. */
export interface Need {
  /** What its own remote says of that package. */
  readonly sibling: Offer;
  readonly range: string | undefined;
  readonly specifiers: readonly string[];
}
