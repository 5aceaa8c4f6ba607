import { describe, expect, it } from 'vitest';
import { splitSteps } from './split-steps.ts';

describe('the way out of a refusal', () => {
  it('is set apart by helpdesk', () => {
    const wayOut =
      'Here is how. Zendesk: Reports, Export: choose JSON. Without it: the API. A mailbox: export the folder as mbox.';
    expect(splitSteps(wayOut)).toEqual({
      lead: 'Here is how.',
      steps: [
        { name: 'Zendesk', words: 'Reports, Export: choose JSON. Without it: the API.' },
        { name: 'A mailbox', words: 'Export the folder as mbox.' },
      ],
    });
  });

  it('stays whole where it names none', () => {
    expect(splitSteps('Save the file as UTF-8 and drop it again.')).toEqual({
      lead: 'Save the file as UTF-8 and drop it again.',
      steps: [],
    });
  });

  it('may begin with a helpdesk', () => {
    expect(splitSteps('Intercom: the API.')).toEqual({ lead: '', steps: [{ name: 'Intercom', words: 'The API.' }] });
  });
});
