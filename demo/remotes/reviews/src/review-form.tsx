import { useActionState } from 'react';
import type { Review } from './data.js';

interface ReviewFormProps {
  readonly name: string;
  readonly onReview: (review: Review) => void;
}

/** Takes one review a piece; then it says thank you. */
export function ReviewForm({ name, onReview }: ReviewFormProps) {
  const [isSent, send] = useActionState((_sent: boolean, form: FormData) => {
    const text = String(form.get('text')).trim();
    if (!text) return false;
    onReview({ author: 'You', place: 'just now', stars: Number(form.get('stars')), text });
    return true;
  }, false);
  if (isSent) {
    return (
      <p role="status" className="reviews-thanks">
        Thank you for your words.
      </p>
    );
  }
  return (
    <form action={send}>
      <label>
        <span>Your own words</span>
        <input name="text" required maxLength={140} autoComplete="off" placeholder={`How is ${name} at your table?`} />
      </label>
      <label>
        <span>Stars</span>
        <select name="stars" defaultValue="5">
          {[5, 4, 3, 2, 1].map((stars) => (
            <option key={stars}>{stars}</option>
          ))}
        </select>
      </label>
      <button type="submit">Send</button>
    </form>
  );
}
