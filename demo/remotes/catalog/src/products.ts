import { type Pot, pictureOf } from './pottery.js';

/** A piece of the collection. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly price: number;
  readonly note: string;
  readonly image: string;
  /** Behind the picture, by day and by night. */
  readonly tint: readonly [light: string, dark: string];
}

const clay = '#a9764f';

const pieces: readonly (Omit<Product, 'image'> & { readonly pot: Pot })[] = [
  {
    id: 'tide-mug',
    name: 'Tide',
    kind: 'Mug, 300 ml',
    price: 28,
    note: 'Two blues that meet like water on a beach.',
    tint: ['#dce7e6', '#24312f'],
    pot: { shape: 'mug', glaze: '#8fb7b5', dip: '#2f5d73', clay },
  },
  {
    id: 'fog-vase',
    name: 'Fog',
    kind: 'Vase, 26 cm',
    price: 74,
    note: 'Matt white over grey. Holds one branch, beautifully.',
    tint: ['#e6e2da', '#2e2b28'],
    pot: { shape: 'vase', glaze: '#b9b4aa', dip: '#efe9dd', clay },
  },
  {
    id: 'moss-teapot',
    name: 'Moss',
    kind: 'Teapot, 900 ml',
    price: 92,
    note: 'Pours without a drip. We tried for a year.',
    tint: ['#e2e6d3', '#2a2f20'],
    pot: { shape: 'teapot', glaze: '#8b9a5b', dip: '#4d5d33', clay },
  },
  {
    id: 'ember-bowl',
    name: 'Ember',
    kind: 'Bowl, 22 cm',
    price: 36,
    note: 'For soup, for fruit, for keys.',
    tint: ['#f3ddcd', '#35241b'],
    pot: { shape: 'bowl', glaze: '#d98355', dip: '#93341f', clay: '#7d4a30' },
  },
  {
    id: 'dune-plate',
    name: 'Dune',
    kind: 'Plate, 27 cm',
    price: 32,
    note: 'Sand, stacked. No two rims are alike.',
    tint: ['#f1e6cf', '#332b1d'],
    pot: { shape: 'plate', glaze: '#e6cfa0', dip: '#c99e5c', clay },
  },
  {
    id: 'ink-pitcher',
    name: 'Ink',
    kind: 'Pitcher, 1.2 l',
    price: 64,
    note: 'Cobalt over iron: nearly black at night.',
    tint: ['#dcdfea', '#22263a'],
    pot: { shape: 'pitcher', glaze: '#4a5f98', dip: '#1f2a4f', clay },
  },
];

/** The collection, in the order of the shelf. */
export const products: readonly Product[] = pieces.map(({ pot, ...piece }) => ({ ...piece, image: pictureOf(pot) }));
