/** Five articles, five answers, and yours: what this team's customers show of what each article says. */
import type { ArticleView, DriverQuality } from '@rapport/contract';
import { nameOf } from '../write-sentences.ts';
import { fiveArticles } from './five-articles.ts';
import type { HeadlineFacts } from './write-driver-headline.ts';
import { allowedTier, effectWords } from './write-driver-sentences.ts';

type ArticleFacts = Omit<HeadlineFacts, 'qualities'> & { qualities: readonly DriverQuality[] };

export function writeArticleViews(facts: ArticleFacts): ArticleView[] {
  return fiveArticles.map(({ article, says, qualities }) => ({
    article,
    says,
    qualities: [...qualities],
    yours:
      facts.basis === 'none'
        ? 'Cannot be told yet from your conversations.'
        : qualities.map((quality) => writeView(facts, quality)).join(' '),
  }));
}

function writeView({ qualities, outcome }: ArticleFacts, quality: DriverQuality['quality']): string {
  const name = nameOf(quality);
  const one = qualities.find((known) => known.quality === quality);
  const tier = one ? allowedTier(one) : 'refused';
  if (!one || tier === 'refused') return `${name}: too little to compare.`;
  const effect = effectWords(one.effect, outcome);
  switch (tier) {
    case 'first':
      return isAlone(qualities)
        ? `${name}: yes, it comes first here; ${effect}.`
        : `${name}: tied for first here; ${effect}.`;
    case 'real':
      return `${name}: real here, and smaller; ${effect}.`;
    case 'hint':
      return `${name}: a hint; ${effect}.`;
    case 'against':
      return `${name}: runs the other way here; ${effect}.`;
    case 'unsure':
      return `${name}: cannot tell yet; ${effect}.`;
  }
}

const isAlone = (qualities: readonly DriverQuality[]): boolean =>
  qualities.filter((one) => allowedTier(one) === 'first').length === 1;
