/** "Try one reply" among the other pages. */
import { AskForArticles } from '../articles/AskForArticles.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { TryReply } from './TryReply.tsx';

export function TryReplyPage() {
  usePageTitle('Try one reply');
  return (
    <>
      <TopStrip where={<b>Try one reply</b>} />
      <TryReply
        below={(customerText) => <AskForArticles question={customerText} />}
        heading={
          <>
            <h1>Try one reply.</h1>
            <p className="second try-lead">
              See what a customer said that your answer skips, as you type, before it is sent.
            </p>
          </>
        }
      />
    </>
  );
}
