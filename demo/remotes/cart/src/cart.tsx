import { useEffect, useReducer, useState } from 'react';
import styles from './cart.css';
import { CartLine } from './cart-line.js';
import { type Line, type Piece, reduceCart, summarize } from './cart-state.js';
import { useDocumentEvent } from './use-document-event.js';

export interface CartProps {
  /** ISO code, as in `EUR`. */
  readonly currency?: string;
  /** From which total on shipping is free. */
  readonly freeShippingFrom?: number;
  readonly shipping?: number;
  /** Tells the page. */
  readonly emit: (type: string, detail: unknown) => void;
}

/** What the visitor wants to buy, and the way to buy it. */
export function Cart({ currency = 'EUR', freeShippingFrom = 100, shipping = 6, emit }: CartProps) {
  const [lines, dispatch] = useReducer(reduceCart, [] as readonly Line[]);
  const [said, say] = useState('');
  const money = new Intl.NumberFormat('en', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  const summary = summarize(lines);
  const { count, total: goods } = summary;
  const isShippingFree = goods >= freeShippingFrom;
  const total = goods + (isShippingFree || count === 0 ? 0 : shipping);

  useEffect(() => emit('shop:cart', summarize(lines)), [lines, emit]);
  useDocumentEvent('shop:ask', () => emit('shop:cart', summary));
  useDocumentEvent('shop:add', (piece: Piece) => {
    dispatch({ type: 'add', piece });
    say(`${piece.name} is in your cart.`);
  });

  function order() {
    emit('shop:order', { lines, total, placed: new Date().toISOString() });
    dispatch({ type: 'empty' });
    say('Thank you! Your order is in the list below.');
  }

  return (
    <section className="cart" aria-labelledby="cart-heading">
      <style href="kiln-cart" precedence="default">
        {styles}
      </style>
      <header>
        <h2 id="cart-heading">Your cart</h2>
        <span>{count === 1 ? '1 piece' : `${count} pieces`}</span>
      </header>
      {count === 0 ? (
        <p className="cart-empty">
          {said.startsWith('Thank') ? said : 'Nothing here yet. Pick something you will use every day.'}
        </p>
      ) : (
        <>
          <ul>
            {lines.map((line) => (
              <CartLine key={line.id} line={line} money={money} dispatch={dispatch} />
            ))}
          </ul>
          <p className="cart-shipping">
            {isShippingFree
              ? 'Shipping is on us.'
              : `${money.format(freeShippingFrom - goods)} to go until shipping is free`}
            <progress
              value={Math.min(goods, freeShippingFrom)}
              max={freeShippingFrom}
              aria-label="Towards free shipping"
            />
          </p>
          <dl>
            <dt>Shipping</dt>
            <dd>{isShippingFree ? 'free' : money.format(shipping)}</dd>
            <dt>Total</dt>
            <dd className="cart-total">{money.format(total)}</dd>
          </dl>
          <button type="button" className="cart-order" onClick={order}>
            Place order
          </button>
        </>
      )}
      <p role="status" className="cart-said">
        {said}
      </p>
    </section>
  );
}
