/**
 * How much there must be before something is said of a person's service: the floors of the agents' rights, in one place.
 * Whoever shows a rate, opens a person's page or compares people asks here.
 */
export const floors = {
  /** Assessments that called for a quality, before their share is shown as a rate. */
  opportunitiesForRate: 20,
  /** Conversations of a person, before their page says anything but what there is to read. */
  conversationsForPage: 10,
  /** Scored conversations of a person, before they are compared with anybody. */
  conversationsForComparison: 30,
  /** Reviews of a person drawn at random, before they are compared with anybody. */
  randomReviewsForComparison: 5,
  /** People in a team, before it has numbers of its own: those of one or two would be a person's. */
  peopleForTeamNumbers: 3,
  /** People who may be compared, before anybody is: among fewer everybody knows who is meant. */
  peopleForComparison: 8,
} as const;
