import { describe, expect, it } from 'vitest';
import { isAutoReply } from './is-auto-reply.ts';

describe('an auto-reply', () => {
  it.each([
    'I am out of the office until Monday.',
    'Automatic reply: holiday',
    'Your request (#4411) has been received and is being reviewed.',
    'We have received your message and will respond within two business days.',
    'Thank you for contacting Northline. A member of our team will reply within 24 hours.',
    'Abwesenheitsnotiz: Ich bin wieder am 4. da.',
  ])('is seen: %s', (text) => expect(isAutoReply(text)).toBe(true));

  it.each([
    'I have received your message and I will call you within the hour.',
    'Your refund was sent this morning, Ann.',
    'Is the office open on Monday?',
    'Thank you for contacting us, I can see the second charge and have sent it back.',
  ])('is not what a person wrote: %s', (text) => expect(isAutoReply(text)).toBe(false));
});
