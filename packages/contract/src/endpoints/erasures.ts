import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { erasurePreview, erasureReceipt, erasureWanted, identity } from '../privacy.ts';

export const findIdentities = defineEndpoint({
  name: 'findIdentities',
  method: 'POST',
  path: '/api/v1/erasures/find',
  summary: 'Under which names, ids and accounts somebody is known here. A POST, so that no name stands in an address',
  access: 'admin',
  body: z.object({ words: z.string().trim().min(2).max(200).describe('A name, an address or an id') }),
  response: z.object({ identities: z.array(identity), more: z.boolean() }),
});

export const previewErasure = defineEndpoint({
  name: 'previewErasure',
  method: 'POST',
  path: '/api/v1/erasures/preview',
  summary: 'What erasing somebody would delete, rename and mask. Changes nothing',
  access: 'admin',
  body: erasureWanted,
  response: erasurePreview,
});

export const startErasure = defineEndpoint({
  name: 'startErasure',
  method: 'POST',
  path: '/api/v1/erasures',
  summary: 'Erase a customer, or take the name off an agent who left. Cannot be undone',
  access: 'admin',
  body: erasureWanted.extend({ typed: z.string().max(300).describe('The name that the preview asked for') }),
  response: erasureReceipt,
  status: 202,
});

export const listErasures = defineEndpoint({
  name: 'listErasures',
  method: 'GET',
  path: '/api/v1/erasures',
  summary: 'Receipts of erasures, newest first. They say nothing of the person',
  access: 'admin',
  response: z.object({ erasures: z.array(erasureReceipt) }),
});

export const getErasure = defineEndpoint({
  name: 'getErasure',
  method: 'GET',
  path: '/api/v1/erasures/:erasureId',
  summary: 'One receipt',
  access: 'admin',
  params: z.object({ erasureId: z.string() }),
  response: erasureReceipt,
});

export const exportErasedList = defineEndpoint({
  name: 'exportErasedList',
  method: 'GET',
  path: '/api/v1/erased-list',
  summary: 'The list that erases again what an older backup brings back: keyed hashes, nothing of a person',
  access: 'admin',
  response: z.string(),
  answers: 'download',
});
