import type * as Esbuild from 'esbuild';
import { packageNameOf } from '../core/package-name.js';
import type { CallBundler } from './build-with-class-names.js';
import type { BundleRequest, Bundler } from './bundle.js';
import { type BundleSurroundings, type RecalledBundle, signatureOf } from './bundle-cache.js';
import type { ProjectBundles } from './bundle-project.js';
import type { BundlerCall } from './bundler-options.js';
import { bundlesOf } from './bundles-of.js';
import { esbuild } from './esbuild.js';
import { hostEntry } from './host-plugin.js';
import { type InstalledPackage, InstalledPackages } from './installed-packages.js';
import { isCommonJs } from './read-common-js.js';
import type { ReadSharing, SharingOptions } from './sharing-plugin.js';

type Context = Esbuild.BuildContext<BundlerCall>;

/**
 * What the builds of one project, one after the other, need not do again as long as its config and its packages stay.
 *
 * The bundles of shared packages are remembered, and, if more than one build is to come, esbuild remembers the sources
 * that it has parsed. One build at a time.
 */
export class BundleSession implements Bundler {
  readonly installed: InstalledPackages = new InstalledPackages();
  #implied: readonly InstalledPackage[] = [];
  readonly #bundles = new Map<string, RecalledBundle & { readonly signature: string }>();
  readonly #contexts = new Map<string, Promise<Context>>();
  /** By file. */
  readonly #commonJs = new Map<string, Promise<boolean>>();
  #sharing: SharingOptions | undefined;
  /** How esbuild is called for the project itself. */
  readonly call: CallBundler;
  /** Whether those of the build before were in the project itself. */
  hasCssModules = false;

  /** @param isLasting - Whether more than one build is to come; then {@link dispose} ends it. */
  constructor(isLasting = false) {
    this.call = isLasting ? (options) => this.#rebuild(options) : (options) => esbuild.build(options);
  }

  /** Packages that the build before shared because several bundles contained them. */
  get implied(): readonly InstalledPackage[] {
    return this.#implied;
  }

  /**
   * Learns what a build came to.
   *
   * @returns Whether that is what a first build would have come to: not if it shares, only because the build before
   * did, what one bundle alone imports now. Then it begins without.
   */
  accept(bundles: Pick<ProjectBundles, 'project' | 'packages'>): boolean {
    const all = bundlesOf(bundles);
    const importers = (name: string): number =>
      all.filter(({ edges }) => edges.some(({ external }) => external && packageNameOf(external) === name)).length;
    const before = new Set(this.#implied);
    const implied = bundles.packages.flatMap(({ shared }) => (shared.implied ? [shared] : []));
    const isRight = implied.every(({ name, installed }) => !before.has(installed) || importers(name) > 1);
    this.#implied = isRight ? implied.map(({ installed }) => installed) : [];
    return isRight;
  }

  /** The bundle of a shared package, if it was made for how things are now. */
  recall(request: BundleRequest, { shared, opaque }: BundleSurroundings): RecalledBundle | undefined {
    const known = this.#bundles.get(keyOf(request, opaque));
    return known && known.signature === signatureOf(known.specifiers, shared.snapshot()) ? known : undefined;
  }

  remember(request: BundleRequest, made: RecalledBundle, { shared, opaque }: BundleSurroundings): void {
    if (!request.own) return;
    const signature = signatureOf(made.specifiers, shared.snapshot());
    this.#bundles.set(keyOf(request, opaque), { ...made, signature });
  }

  /** Those of the entry points that are CommonJS modules. */
  async findCommonJs({ entryPoints }: BundleRequest): Promise<Set<string>> {
    const files = [...entryPoints.values()].filter((file) => file !== hostEntry);
    const answers = await Promise.all(files.map((file) => this.#isCommonJs(file)));
    return new Set(files.filter((_, index) => answers[index]));
  }

  #isCommonJs(file: string): Promise<boolean> {
    const known = this.#commonJs.get(file) ?? isCommonJs(file);
    this.#commonJs.set(file, known);
    return known;
  }

  /** Forgets the bundles that were made of any of these files, absolute. */
  forget(files: ReadonlySet<string>): void {
    for (const file of files) this.#commonJs.delete(file);
    for (const [key, { bundle }] of this.#bundles) {
      if (bundle.inputs.some((file) => files.has(file))) this.#bundles.delete(key);
    }
  }

  /** What the project's own bundle is in this build, for the plugin that is asked in each. */
  share(options: SharingOptions): ReadSharing {
    this.#sharing = options;
    return () => this.#sharing ?? options;
  }

  /** Builds again what esbuild has built before, if it is called in the same way. */
  async #rebuild(options: BundlerCall): Promise<Esbuild.BuildResult<BundlerCall>> {
    const { shared } = this.#sharing ?? {};
    const { plugins, ...rest } = options;
    const key = JSON.stringify([rest, plugins?.map(({ name }) => name), shared?.filter?.source]);
    const known = this.#contexts.get(key) ?? esbuild.context(options);
    this.#contexts.set(key, known);
    known.catch(() => this.#contexts.delete(key));
    // Two are enough: with and without the packages that turn out to be in several bundles.
    for (const old of [...this.#contexts.keys()].slice(0, -2)) await this.#close(old);
    return (await known).rebuild();
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#contexts.keys()].map((key) => this.#close(key)));
  }

  async #close(key: string): Promise<void> {
    const context = this.#contexts.get(key);
    this.#contexts.delete(key);
    await (await context?.catch(() => undefined))?.dispose();
  }
}

function keyOf({ folder, entryPoints }: BundleRequest, opaque: ReadonlySet<string>): string {
  return JSON.stringify([folder, [...entryPoints], [...opaque].sort()]);
}
