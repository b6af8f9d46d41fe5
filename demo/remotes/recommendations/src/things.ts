import { drawThing } from './draw-thing.js';

/** Something that the shop does not make itself, but likes. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly price: number;
  readonly image: string;
}

const list: readonly Thing[] = [
  { id: 'oak-tray', name: 'Oak tray', note: 'One board, oiled by hand', price: 48, image: drawThing('tray') },
  { id: 'linen-cloth', name: 'Linen cloth', note: 'Washed soft, from Flanders', price: 19, image: drawThing('cloth') },
  { id: 'wax-candle', name: 'Beeswax candle', note: 'Burns for forty hours', price: 24, image: drawThing('candle') },
  { id: 'mountain-tea', name: 'Mountain tea', note: 'Whole stems, 80 g', price: 12, image: drawThing('tea') },
  {
    id: 'cherry-spoon',
    name: 'Cherry spoon',
    note: 'Carved green, no two alike',
    price: 22,
    image: drawThing('spoon'),
  },
  { id: 'dried-grass', name: 'Dried grasses', note: 'Cut in August', price: 16, image: drawThing('grass') },
];

/** By id. */
export const things: ReadonlyMap<string, Thing> = new Map(list.map((thing) => [thing.id, thing]));

/** Id of a piece → ids of the things that go well with it. */
export const pairings: Readonly<Record<string, readonly string[]>> = {
  'tide-mug': ['mountain-tea', 'oak-tray', 'linen-cloth'],
  'fog-vase': ['dried-grass', 'wax-candle', 'linen-cloth'],
  'moss-teapot': ['mountain-tea', 'oak-tray', 'cherry-spoon'],
  'ember-bowl': ['cherry-spoon', 'linen-cloth', 'wax-candle'],
  'dune-plate': ['linen-cloth', 'cherry-spoon', 'wax-candle'],
  'ink-pitcher': ['oak-tray', 'dried-grass', 'linen-cloth'],
};

/** Id of a piece → what it is called. */
export const namesOfPieces: Readonly<Record<string, string>> = {
  'tide-mug': 'Tide',
  'fog-vase': 'Fog',
  'moss-teapot': 'Moss',
  'ember-bowl': 'Ember',
  'dune-plate': 'Dune',
  'ink-pitcher': 'Ink',
};
