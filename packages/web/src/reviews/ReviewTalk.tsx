/** What is said about a finished review; members are called by choosing their name. */
import type { ReviewDetail } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { useReviewChanges, useReviewers } from './use-reviews.ts';
import './ReviewTalk.css';
import './ReviewDialog.css';

export function ReviewTalk({ review }: { review: ReviewDetail }) {
  const [text, setText] = useState('');
  const [called, setCalled] = useState<string[]>([]);
  const { comment } = useReviewChanges(review.id);
  const people = useReviewers().data?.people.filter(({ me }) => !me) ?? [];
  const say = () => {
    if (text.trim() === '' || comment.isPending) return;
    comment.mutate(
      { text, mentions: called },
      {
        onSuccess: () => {
          setText('');
          setCalled([]);
        },
      },
    );
  };
  return (
    <section className="review-talk" aria-label="Comments">
      {review.comments.length > 0 ? (
        <ul>
          {review.comments.map((one) => (
            <li key={one.id}>
              <p className="caption">
                <b>{one.mine ? 'You' : one.by}</b>, {dayAndTimeWords(one.at)}
                {one.mentions.length > 0 ? `, to ${one.mentions.join(', ')}` : ''}
              </p>
              <p className="review-talk-words">{one.text}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          say();
        }}
      >
        <label className="caption" htmlFor="review-comment">
          {review.aboutMe ? 'Answer' : 'Comment'}
        </label>
        <textarea
          id="review-comment"
          className="review-field"
          rows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="review-talk-foot">
          {people.length > 0 ? (
            <label>
              <span className="caption">Call</span>{' '}
              <select
                className="review-talk-call"
                value=""
                onChange={({ target: { value } }) => setCalled((known) => [...new Set([...known, value])])}
              >
                <option value="" disabled>
                  {called.length === 0
                    ? 'nobody'
                    : people.flatMap(({ id, name }) => (called.includes(id) ? [name] : [])).join(', ')}
                </option>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <span />
          )}
          <Button size="small" type="submit" blocked={text.trim() === '' ? 'Nothing is written yet' : undefined}>
            Say it
          </Button>
        </div>
      </form>
      {comment.error ? <ErrorState error={comment.error} /> : null}
    </section>
  );
}
