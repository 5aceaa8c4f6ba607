/** Five articles, five answers, and yours. */
import type { DriversAnswer } from '@rapport/contract';
import './ArticleTable.css';

export function ArticleTable({ answer }: { answer: Pick<DriversAnswer, 'articles' | 'headline'> }) {
  return (
    <table className="article-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Article</span>
          </th>
          <th scope="col">What matters most, it says</th>
          <th scope="col">What your customers show of it</th>
        </tr>
      </thead>
      <tbody>
        {answer.articles.map(({ article, says, yours }) => (
          <tr key={article}>
            <th scope="row" className="dim">
              Article {article}
            </th>
            <td className="bold">{says}</td>
            <td>{yours}</td>
          </tr>
        ))}
        <tr className="article-yours">
          <th scope="row">And yours</th>
          <td colSpan={2}>
            <b>{answer.headline.marked}</b>
            {answer.headline.rest}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
