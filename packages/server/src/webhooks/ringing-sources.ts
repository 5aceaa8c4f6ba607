import type { RingingSource } from './webhook-source.ts';

/** The header that holds the secret. Not in the address: addresses are written into logs on their way. */
export const ringSecretHeader = 'x-rapport-secret';

const freshdesk: RingingSource = {
  kind: 'freshdesk',
  setUp:
    'Admin → Workflows → Automations, under “Ticket creation” and again under “Ticket updates”: a rule for every event by anybody, with the action “Trigger webhook”: POST, this address, encoding JSON, and under the custom headers “x-rapport-secret: ” and the secret. What the content says is not read.',
};

const requestTracker: RingingSource = {
  kind: 'request-tracker',
  setUp:
    'Admin → Global → Scrips → Create: condition “On Transaction”, action “User Defined”, template “Blank”, stage “Batch”; as its preparation code “1;”, and as its commit code a POST with LWP::UserAgent to this address, a timeout of 3 seconds and the header “x-rapport-secret” with the secret.',
};

const all: readonly RingingSource[] = [freshdesk, requestTracker]; // one for each of the contract’s kinds that ring

/** Null where a helpdesk signs what it sends. */
export const findRingingSource = (kind: string): RingingSource | null => all.find((one) => one.kind === kind) ?? null;
