/**
 * How often an open page asks again for what live sources may have brought meanwhile: an answer that was scored within a
 * minute should also be seen within one. Hidden windows do not ask.
 */
export const lookAgainMs = 15_000;
