import { type BodyOf, call, lookAtTranscript, type ResponseOf } from '@rapport/contract';
import { useMutation } from '@tanstack/react-query';

export type Looked = ResponseOf<typeof lookAtTranscript>;

/** Reads and scores on the server, which keeps nothing of it; the answer lives as long as the page. */
export const useLook = () =>
  useMutation({ mutationFn: (body: BodyOf<typeof lookAtTranscript>) => call(lookAtTranscript, { body }), gcTime: 0 });
