import { type Bundle, type BundleRequest, bundle } from './bundle.js';
import {
  BundleCache,
  type BundleSurroundings,
  type Demands,
  findCacheFolder,
  type RecalledBundle,
  specifiersOf,
} from './bundle-cache.js';
import type { BundleSession } from './bundle-session.js';
import { createHostPlugin } from './host-plugin.js';
import { createSharingPlugin } from './sharing-plugin.js';

/** A bundle, and what is still being done with it. */
export interface MadeBundle {
  readonly bundle: Bundle;
  /** Is done when it is in the cache. */
  readonly kept: Promise<void>;
}

/** Makes the bundles of one build, or takes them from where they were kept: the session, or the cache. */
export class BundleMaker {
  readonly #surroundings: BundleSurroundings;
  readonly #session: BundleSession;
  readonly #cache: BundleCache | undefined;

  constructor(surroundings: BundleSurroundings, session: BundleSession) {
    const { root, cache } = surroundings.settings;
    const folder = cache ? findCacheFolder(root) : undefined;
    this.#surroundings = surroundings;
    this.#session = session;
    this.#cache = folder === undefined ? undefined : new BundleCache(folder, surroundings);
  }

  async make(request: BundleRequest): Promise<MadeBundle> {
    const known = this.#session.recall(request, this.#surroundings) ?? (await this.#cache?.read(request));
    if (known) this.#repeatDemands(known);
    const { bundle, specifiers, demands } = known ?? (await this.#bundle(request));
    this.#session.remember(request, { bundle, specifiers, demands }, this.#surroundings);
    // What cannot be kept is made again.
    const keeping = known ? undefined : this.#cache?.write(request, bundle, demands).catch(() => undefined);
    return { bundle, kept: keeping ?? Promise.resolve() };
  }

  /** What a bundle asked of the shared packages when it was made, it asks again. */
  #repeatDemands({ demands }: RecalledBundle): void {
    const { installed, shared } = this.#surroundings;
    for (const [specifier, { file, isRequired }] of demands) {
      const owner = installed.ownerOf(file);
      if (owner) shared.share(specifier, file, owner, isRequired);
    }
  }

  async #bundle(request: BundleRequest): Promise<RecalledBundle> {
    const { settings } = this.#surroundings;
    const { own } = request;
    const demands: Demands = new Map();
    const sharing = { ...this.#surroundings, mode: settings.mode, own, demands };
    const isHost = !own && settings.exposes.length === 0;
    const plugins = [
      ...(isHost ? [createHostPlugin(settings)] : []),
      createSharingPlugin(own ? () => sharing : this.#session.share(sharing)),
    ];
    const commonJs = await this.#session.findCommonJs(request);
    const bundler = own ? undefined : this.#session;
    const made = await bundle({ ...request, commonJs }, settings, plugins, bundler);
    return { bundle: made, specifiers: specifiersOf(made, demands), demands };
  }
}
