import { accuracy } from '../accuracy.ts';
import { defineEndpoint } from '../endpoint.ts';

export const getAccuracy = defineEndpoint({
  name: 'getAccuracy',
  method: 'GET',
  path: '/api/v1/accuracy',
  summary: 'How far the scorer agrees with labelled conversations, per quality and per act, and where it is weak',
  access: 'member',
  response: accuracy,
});
