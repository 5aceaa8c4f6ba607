import { call, listConversations } from '@rapport/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const pauseMs = 150;
const fewestLetters = 2;

/** Conversations in which the typed words occur, six at most, asked after a short pause in typing. */
export function useFoundConversations(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ['conversations', 'found', asked],
    queryFn: ({ signal }) => call(listConversations, { query: { q: asked.slice(0, 200), limit: 6 }, signal }),
    enabled: asked.length >= fewestLetters,
    placeholderData: keepPreviousData,
  });
}
