/** The names of the ways in which a module can be mounted: a config says them, and a tag. */
export const contractNames = [
  'mount',
  'single-spa',
  'element',
  'object',
  'react',
  'vue',
  'angular',
  'svelte',
  'function',
  'define',
] as const;

/** The name of a way in which a module can be mounted. */
export type ContractName = (typeof contractNames)[number];
