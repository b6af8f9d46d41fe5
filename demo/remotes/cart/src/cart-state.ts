/** One of a piece, as whoever offers it describes it. */
export interface Piece {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  /** Address of a picture; without one the name's first letter stands in. */
  readonly image?: string;
}

export interface Line extends Piece {
  readonly quantity: number;
}

export type CartAction =
  | { readonly type: 'add'; readonly piece: Piece }
  | { readonly type: 'take'; readonly id: string }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'empty' };

/** What is in the cart after an action. Lines keep their order; a line that has nothing left goes. */
export function reduceCart(lines: readonly Line[], action: CartAction): readonly Line[] {
  switch (action.type) {
    case 'add':
      return lines.some(({ id }) => id === action.piece.id)
        ? changeQuantity(lines, action.piece.id, 1)
        : [...lines, { ...action.piece, quantity: 1 }];
    case 'take':
      return changeQuantity(lines, action.id, -1);
    case 'remove':
      return lines.filter(({ id }) => id !== action.id);
    case 'empty':
      return [];
  }
}

function changeQuantity(lines: readonly Line[], wanted: string, by: number): readonly Line[] {
  return lines
    .map((line) => (line.id === wanted ? { ...line, quantity: line.quantity + by } : line))
    .filter(({ quantity }) => quantity > 0);
}

/** What the page hears of the cart. */
export interface CartSummary {
  readonly lines: readonly Line[];
  /** Pieces. */
  readonly count: number;
  /** Without shipping. */
  readonly total: number;
}

export function summarize(lines: readonly Line[]): CartSummary {
  return {
    lines,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
  };
}
