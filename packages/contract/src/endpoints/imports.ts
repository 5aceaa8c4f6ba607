import { z } from 'zod';
import { ownDomainName } from '../author.ts';
import { authorRole } from '../conversation.ts';
import { defineEndpoint } from '../endpoint.ts';
import { importRun } from '../import.ts';
import { csatScales, effortScales, intakeFields, intakeProblem } from '../intake.ts';

const importParams = z.object({ importId: z.string() });

export const startImport = defineEndpoint({
  name: 'startImport',
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'Send a file as raw bytes; it is looked at, then read. Answers as soon as the file is safely received',
  access: 'admin',
  query: z.object({ fileName: z.string().min(1).max(255), source: z.string().max(60).optional() }),
  accepts: 'bytes',
  response: importRun,
  status: 201,
});

export const startSample = defineEndpoint({
  name: 'startSample',
  method: 'POST',
  path: '/api/v1/sample',
  summary: 'Bring in the sample team, a made-up service bureau',
  access: 'admin',
  response: importRun,
  status: 201,
});

export const removeSample = defineEndpoint({
  name: 'removeSample',
  method: 'DELETE',
  path: '/api/v1/sample',
  summary: 'Take the sample team away again, with everything that was found in it and said about it',
  access: 'admin',
  response: z.object({ conversations: z.int().min(0).describe('How many of its conversations went') }),
});

export const listImports = defineEndpoint({
  name: 'listImports',
  method: 'GET',
  path: '/api/v1/imports',
  summary: 'All imports, newest first',
  access: 'reader',
  response: z.object({ imports: z.array(importRun) }),
});

export const getImport = defineEndpoint({
  name: 'getImport',
  method: 'GET',
  path: '/api/v1/imports/:importId',
  summary: 'One import with its counts',
  access: 'reader',
  params: importParams,
  response: importRun,
});

export const listImportProblems = defineEndpoint({
  name: 'listImportProblems',
  method: 'GET',
  path: '/api/v1/imports/:importId/problems',
  summary: 'What was refused, with file, line, column, reason and way out',
  access: 'reader',
  params: importParams,
  query: z.object({ after: z.string().optional() }),
  response: z.object({ problems: z.array(intakeProblem), next: z.string().nullable() }),
});

export const confirmMapping = defineEndpoint({
  name: 'confirmMapping',
  method: 'POST',
  path: '/api/v1/imports/:importId/mapping',
  summary:
    'Say which column is what, the day order, the time zone, the rating scale and who speaks; reading then starts',
  access: 'admin',
  params: importParams,
  body: z.object({
    mapping: z.partialRecord(z.enum(intakeFields), z.string()),
    ignored: z.array(z.string()).max(1000).optional().describe('Columns that hold none of it, whatever was guessed'),
    dayFirst: z.boolean().optional(),
    timeZone: z.string().max(60).optional(),
    csatScale: z.enum(csatScales).optional(),
    effortScale: z.enum(effortScales).optional(),
    speakers: z
      .array(z.object({ name: z.string().max(1000), role: authorRole }))
      .max(50)
      .optional()
      .describe('Who the speakers of a transcript, chat or mailbox are; one that is not named is as guessed'),
  }),
  response: importRun,
});

export const addPeople = defineEndpoint({
  name: 'addPeople',
  method: 'POST',
  path: '/api/v1/imports/:importId/people',
  summary: 'Send the helpdesk’s list of people as raw bytes, where the conversations name their authors only by number',
  access: 'admin',
  params: importParams,
  query: z.object({ fileName: z.string().min(1).max(255) }),
  accepts: 'bytes',
  response: importRun,
});

export const confirmAuthors = defineEndpoint({
  name: 'confirmAuthors',
  method: 'POST',
  path: '/api/v1/imports/:importId/authors',
  summary: 'Who is who is right, or corrected, and which domains are the team’s own: scoring then starts',
  access: 'admin',
  params: importParams,
  body: z.object({
    roles: z
      .record(z.string(), authorRole)
      .refine((roles) => Object.keys(roles).length <= 1000, 'at most 1,000 corrections at once')
      .describe('Corrections by author id, at most 1,000; an author that is not named is right as proposed'),
    ownDomains: z
      .array(ownDomainName)
      .max(50)
      .optional()
      .describe('Domains of the team’s own addresses, these and no others; as guessed when absent'),
  }),
  response: importRun,
});

export const pauseImport = defineEndpoint({
  name: 'pauseImport',
  method: 'POST',
  path: '/api/v1/imports/:importId/pause',
  summary: 'Stop after the piece under way; nothing read is lost',
  access: 'admin',
  params: importParams,
  response: importRun,
});

export const resumeImport = defineEndpoint({
  name: 'resumeImport',
  method: 'POST',
  path: '/api/v1/imports/:importId/resume',
  summary: 'Go on where it stopped',
  access: 'admin',
  params: importParams,
  response: importRun,
});

export const cancelImport = defineEndpoint({
  name: 'cancelImport',
  method: 'POST',
  path: '/api/v1/imports/:importId/cancel',
  summary: 'Stop for good; what was read stays',
  access: 'admin',
  params: importParams,
  response: importRun,
});

export const watchImport = defineEndpoint({
  name: 'watchImport',
  method: 'GET',
  path: '/api/v1/imports/:importId/events',
  summary: 'Server-sent events named "import", each the whole import, until it is done',
  access: 'reader',
  params: importParams,
  response: importRun,
  answers: 'events',
});
