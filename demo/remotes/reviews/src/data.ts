export interface Review {
  readonly author: string;
  readonly place: string;
  readonly stars: number;
  readonly text: string;
}

interface ReviewedPiece {
  readonly name: string;
  readonly reviews: readonly Review[];
}

/** By the id of the piece. */
export const reviewedPieces: ReadonlyMap<string, ReviewedPiece> = new Map([
  [
    'tide-mug',
    {
      name: 'Tide',
      reviews: [
        {
          author: 'Amara',
          place: 'Lisbon',
          stars: 5,
          text: 'My hand found the handle before I did. Coffee at six is a different thing now.',
        },
        {
          author: 'Jonas',
          place: 'Bergen',
          stars: 4,
          text: 'The blues are deeper than in the picture, which I did not think possible.',
        },
        { author: 'Mei', place: 'Utrecht', stars: 5, text: 'Survived two moves, one toddler, and my brother.' },
      ],
    },
  ],
  [
    'fog-vase',
    {
      name: 'Fog',
      reviews: [
        { author: 'Ines', place: 'Porto', stars: 5, text: 'It makes a twig from the car park look intentional.' },
        {
          author: 'Tom',
          place: 'Leeds',
          stars: 5,
          text: 'I bought it for flowers. It stands empty, and nobody minds.',
        },
        {
          author: 'Yuki',
          place: 'Ghent',
          stars: 4,
          text: 'Narrow neck: one branch, not a bouquet. Take that as advice.',
        },
      ],
    },
  ],
  [
    'moss-teapot',
    {
      name: 'Moss',
      reviews: [
        {
          author: 'Rosa',
          place: 'Graz',
          stars: 5,
          text: 'No drip. I have poured for a month and there has been no drip.',
        },
        { author: 'Eskil', place: 'Umeå', stars: 5, text: 'Heavy in the good way. Keeps hot through two chapters.' },
        {
          author: 'Nadia',
          place: 'Lyon',
          stars: 4,
          text: 'The lid has its own opinion on which way it faces. Lovely all the same.',
        },
      ],
    },
  ],
  [
    'ember-bowl',
    {
      name: 'Ember',
      reviews: [
        { author: 'Sami', place: 'Turku', stars: 5, text: 'Lentils have never had it this good.' },
        {
          author: 'Clara',
          place: 'Bologna',
          stars: 4,
          text: 'Bought one, came back for five. Mind the oven: it gets hot.',
        },
        {
          author: 'Pieter',
          place: 'Antwerp',
          stars: 5,
          text: 'It sits by the door and catches keys, and now we find them.',
        },
      ],
    },
  ],
  [
    'dune-plate',
    {
      name: 'Dune',
      reviews: [
        { author: 'Leila', place: 'Marseille', stars: 4, text: 'Everything looks like a photograph of dinner.' },
        {
          author: 'Otto',
          place: 'Kassel',
          stars: 5,
          text: 'Six plates, six different rims. They are a family, not a set.',
        },
        {
          author: 'Bríd',
          place: 'Galway',
          stars: 4,
          text: 'A fork leaves grey marks at first. A bit of baking soda and they are gone.',
        },
      ],
    },
  ],
  [
    'ink-pitcher',
    {
      name: 'Ink',
      reviews: [
        {
          author: 'Hana',
          place: 'Brno',
          stars: 5,
          text: 'Black until the sun comes in, and then suddenly it is the sea.',
        },
        {
          author: 'Marco',
          place: 'Trieste',
          stars: 5,
          text: 'Pours in one clean line. The whole table stops talking.',
        },
        { author: 'Ada', place: 'Gdańsk', stars: 4, text: 'Takes a full bottle and a half. You will need both hands.' },
      ],
    },
  ],
]);
