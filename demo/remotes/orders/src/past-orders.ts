export type OrderState = 'kiln' | 'way' | 'delivered';

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly quantity: number;
  readonly image?: string;
}

export interface Order {
  readonly number: number;
  /** ISO date. */
  readonly placed: string;
  readonly lines: readonly Line[];
  readonly total: number;
  readonly state: OrderState;
}

/** The latest first. */
export const pastOrders: readonly Order[] = [
  {
    number: 1043,
    placed: '2026-10-28',
    lines: [
      { id: 'ember-bowl', name: 'Ember', price: 36, quantity: 2 },
      { id: 'cherry-spoon', name: 'Cherry spoon', price: 22, quantity: 1 },
    ],
    total: 100,
    state: 'way',
  },
  {
    number: 987,
    placed: '2026-06-14',
    lines: [{ id: 'fog-vase', name: 'Fog', price: 74, quantity: 1 }],
    total: 80,
    state: 'delivered',
  },
  {
    number: 931,
    placed: '2026-02-03',
    lines: [{ id: 'tide-mug', name: 'Tide', price: 28, quantity: 4 }],
    total: 112,
    state: 'delivered',
  },
];
