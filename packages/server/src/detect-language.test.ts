import { describe, expect, it } from 'vitest';
import { languageOf } from './detect-language.ts';

describe('languageOf', () => {
  it.each([
    ['en', 'I have waited for three days now and nobody has told me what will happen with my parcel.'],
    ['de', 'Ich warte seit drei Tagen auf mein Paket und niemand hat mir gesagt, was damit passiert ist.'],
    ['fr', 'Bonjour, je n’ai toujours pas reçu ma commande, pouvez-vous me dire où elle se trouve ?'],
    ['es', 'Hola, todavía no he recibido mi pedido y nadie me ha contestado en toda la semana.'],
    ['nl', 'Goedemiddag, ik heb mijn bestelling nog steeds niet ontvangen en niemand neemt de telefoon op.'],
    ['pl', 'Dzień dobry, nadal nie otrzymałem mojej paczki i nikt nie odpowiada na moje wiadomości.'],
    ['ru', 'Здравствуйте, я до сих пор не получил свой заказ и никто не отвечает на мои письма.'],
    ['ja', '注文した商品がまだ届いていません。いつ発送されるのか教えていただけますか。よろしくお願いします。'],
  ])('recognises %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('does not guess at a few letters, a number or a link', () => {
    expect(languageOf('ok danke')).toBeNull();
    expect(languageOf('LO-20731 https://example.org/abcdefghijklmnopqrstuvw')).toBeNull();
  });
});
