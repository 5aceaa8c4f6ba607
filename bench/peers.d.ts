declare module 'wink-nlp' {
  interface Doc {
    out(as: unknown): unknown;
  }
  const winkNLP: (model: unknown, pipe: string[]) => { readDoc(text: string): Doc; its: { sentiment: unknown } };
  export default winkNLP;
}
declare module 'wink-eng-lite-web-model' {
  const model: unknown;
  export default model;
}
declare module 'vader-sentiment' {
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): unknown } };
  export default vader;
}
