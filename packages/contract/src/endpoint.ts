/**
 * An endpoint is data: the server serves it, pages and command line call it, OpenAPI prints it.
 * Whoever adds one must say who may call it; a route without a rule does not compile.
 */
import type { z } from 'zod';

/**
 * anyone: also who is not signed in · member: everybody signed in, for what is their own · reader: the team's numbers and
 * conversations, as far as the person's teams reach · reviewer, lead, admin, owner: what these roles do · ingest: a
 * program that brings conversations and reads none.
 */
export const accessRules = ['anyone', 'member', 'reader', 'reviewer', 'lead', 'admin', 'owner', 'ingest'] as const;
export type AccessRule = (typeof accessRules)[number];

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the root, with `:name` parameters. */
  path: `/api/v1/${string}`;
  summary: string;
  /** Who may call. The person at a loopback without accounts holds every rule. */
  access: AccessRule;
  params?: Params;
  query?: Query;
  body?: Body;
  /**
   * How the request body travels: parsed JSON, a stream of raw bytes, or raw: JSON that its handler parses, because it
   * holds ids of 64 bits or is signed byte by byte.
   */
  accepts?: 'json' | 'bytes' | 'raw';
  response: Response;
  /** How the answer travels. */
  answers?: 'json' | 'events' | 'download' | 'redirect';
  status?: 200 | 201 | 202 | 204 | 302;
}

export const defineEndpoint = <
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodType,
>(
  endpoint: Endpoint<Params, Query, Body, Response>,
): Endpoint<Params, Query, Body, Response> => endpoint;

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.infer<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.infer<B> : never;
export type ResponseOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.infer<R> : never;
