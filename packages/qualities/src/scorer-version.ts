/** Names code, rules and act reader together; scores keep it, so that a change of any of them shows in the trend. */
export const scorerVersion = 'rules-1';
