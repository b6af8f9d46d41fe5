import { useEffect, useState } from 'react';
import { type Review, reviewedPieces } from './data.js';
import { ReviewForm } from './review-form.js';
import styles from './reviews.css';
import { Stars } from './stars.js';

export interface ReviewsProps {
  /** Id of the piece to begin with. */
  readonly product?: string;
}

/** What people say of the piece that the visitor looks at, and the place to say more. */
export function Reviews({ product = 'tide-mug' }: ReviewsProps) {
  const [selected, select] = useState(product);
  const [written, write] = useState<ReadonlyMap<string, readonly Review[]>>(new Map());

  useEffect(() => select(product), [product]);
  useEffect(() => {
    const listening = new AbortController();
    const hear = (event: Event) => select((event as CustomEvent<{ id: string }>).detail.id);
    document.addEventListener('shop:select', hear, { signal: listening.signal });
    return () => listening.abort();
  }, []);

  const piece = reviewedPieces.get(selected);
  if (!piece) return <p className="reviews-none">Nobody has written about this one yet.</p>;
  const own = written.get(selected) ?? [];
  const reviews = [...own, ...piece.reviews];
  const average = reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length;

  return (
    <section className="reviews" aria-labelledby="reviews-heading">
      <style href="kiln-reviews" precedence="default">
        {styles}
      </style>
      <header>
        <h2 id="reviews-heading">
          What people say about <em>{piece.name}</em>
        </h2>
        <p>
          <Stars value={average} /> <strong>{average.toFixed(1)}</strong> from {reviews.length} reviews
        </p>
      </header>
      <ul key={selected}>
        {reviews.map(({ author, place, stars, text }) => (
          <li key={text}>
            <Stars value={stars} />
            <blockquote>{text}</blockquote>
            <cite>
              {author} <span>{place}</span>
            </cite>
          </li>
        ))}
      </ul>
      <ReviewForm
        key={`form of ${selected}`}
        name={piece.name}
        onReview={(review) => write(new Map(written).set(selected, [review, ...own]))}
      />
    </section>
  );
}
