import type { Dispatch } from 'react';
import type { CartAction, Line } from './cart-state.js';

interface CartLineProps {
  readonly line: Line;
  readonly money: Intl.NumberFormat;
  readonly dispatch: Dispatch<CartAction>;
}

/** One piece in the cart, with its quantity. */
export function CartLine({ line, money, dispatch }: CartLineProps) {
  const { id, name, image, price, quantity } = line;
  return (
    <li>
      {image ? (
        <img src={image} alt="" width="56" height="56" />
      ) : (
        <span className="cart-letter">{name.charAt(0)}</span>
      )}
      <div>
        <strong>{name}</strong>
        <span>{money.format(price * quantity)}</span>
      </div>
      <fieldset aria-label={`Quantity of ${name}`}>
        <button type="button" aria-label={`One ${name} less`} onClick={() => dispatch({ type: 'take', id })}>
          −
        </button>
        <output>{quantity}</output>
        <button type="button" aria-label={`One ${name} more`} onClick={() => dispatch({ type: 'add', piece: line })}>
          +
        </button>
      </fieldset>
    </li>
  );
}
